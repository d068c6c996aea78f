import type { enFiles } from "../en/files.ts";

export const files = {
  "refused.folder.library":
    "{path} es parte de la biblioteca {library}, así que no es una carpeta de fotos.",
  "refused.folder.same": "{path} es la misma carpeta que {other}, que ya está en la biblioteca.",
  "refused.folder.inside": "{path} está dentro de {other}, que ya está en la biblioteca.",
  "refused.folder.holds":
    "{path} contiene {other}, que ya está en la biblioteca; hay que quitar antes esa.",
  "refused.folder.denied": "Esta cuenta no tiene permiso para leer {path}.",
  "refused.folder.nothing": "No hay nada que se pueda leer en {path}.",
  "refused.folder.file": "{path} es un archivo, no una carpeta.",
  "refused.folder.mismatch":
    "Las fotos de {folder} no están en {path}: hay {found, number} de {sampled, number} que se buscaron.",
  "refused.photo.mismatch": "{file} contiene otra imagen que la de {photo}.",
  "refused.file.claimed": "{file} es de otra foto de la biblioteca.",
  "refused.file.outside":
    "{file} no está en ninguna carpeta de la biblioteca. Al añadir su carpeta, la foto se reconoce por su contenido.",
  "refused.file.kind": "{file} no es ni una foto ni un vídeo.",
  "refused.file.missing": "No hay ningún archivo en {file}.",
} as const satisfies Record<keyof typeof enFiles, string>;
