import type { enFiles } from "../en/files.ts";

export const files = {
  "refused.folder.library":
    "{path} faz parte da biblioteca {library}, então não é uma pasta de fotos.",
  "refused.folder.same": "{path} é a mesma pasta que {other}, que já está na biblioteca.",
  "refused.folder.inside": "{path} está dentro de {other}, que já está na biblioteca.",
  "refused.folder.holds":
    "{path} contém {other}, que já está na biblioteca; é preciso remover essa antes.",
  "refused.folder.denied": "Esta conta não tem permissão para ler {path}.",
  "refused.folder.nothing": "Não há nada que se possa ler em {path}.",
  "refused.folder.file": "{path} é um arquivo, não uma pasta.",
  "refused.folder.mismatch":
    "As fotos de {folder} não estão em {path}: há {found, number} de {sampled, number} que foram procuradas.",
  "refused.photo.mismatch": "{file} contém outra imagem que a de {photo}.",
  "refused.file.claimed": "{file} é de outra foto da biblioteca.",
  "refused.file.outside":
    "{file} não está em nenhuma pasta da biblioteca. Ao adicionar a pasta, a foto é reconhecida pelo conteúdo.",
  "refused.file.kind": "{file} não é nem uma foto nem um vídeo.",
  "refused.file.missing": "Não há nenhum arquivo em {file}.",
} as const satisfies Record<keyof typeof enFiles, string>;
