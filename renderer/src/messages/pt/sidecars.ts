import type { enSidecars } from "../en-sidecars.ts";

export const sidecars = {
  "folder.sidecars": "Sidecars…",

  "detail.sidecar": "Sidecar",
  "sidecar.off": "Desligado nesta pasta. As etiquetas ficam na biblioteca.",
  "sidecar.none": "Nada a gravar ainda.",
  "sidecar.in-sync": "Em sincronia.",
  "sidecar.waiting": "Espera ser gravado.",
  "sidecar.conflict": "O arquivo e a biblioteca discordam.",
  "sidecar.failed": "O arquivo não pôde ser gravado.",
  "sidecar.write": "Gravar agora",
  "sidecar.conflict.values": "{field}: {here} aqui, {there} no arquivo.",
  "sidecar.field.title": "Título",
  "sidecar.field.caption": "Legenda",
  "sidecar.field.flag": "Bandeira",
  "sidecar.field.colourLabel": "Cor",
  "sidecar.nothing": "nada",
  "sidecar.keep": "Manter {value}",
  "sidecar.take": "Usar {value}",
  "sidecar.kept": "O valor da biblioteca foi mantido e vai para o arquivo.",
  "sidecar.taken": "O valor do arquivo foi adotado.",

  "sidecars.title": "Sidecars de {name}",
  "sidecars.text":
    "Lightroom, digiKam, darktable e outros leem etiquetas, classificações e legendas de um arquivo .xmp ao lado de cada foto. As fotos em si nunca são alteradas.",
  "sidecars.switch": "Gravar arquivos .xmp ao lado das fotos",
  "sidecars.is-on":
    "O que é inserido é gravado um momento depois. O que outros programas gravam chega à biblioteca.",
  "sidecars.is-off":
    "O que é inserido fica na biblioteca. Os arquivos que já existem ficam como estão.",
  "sidecars.name": "Os arquivos novos se chamam",
  "sidecars.name.text":
    "Em todas as pastas. Os arquivos que já existem mantêm o nome, e fotos que dividiriam um IMG.xmp recebem IMG.jpg.xmp.",
  "sidecars.name.set": "A partir de agora, os novos arquivos .xmp se chamam {name}.",
  "sidecars.on": "A partir de agora, o que é inserido em {name} é gravado em arquivos .xmp.",
  "sidecars.off": "Em {name} não se gravam mais arquivos .xmp.",
  "sidecars.waiting":
    "{count, plural, one {# alteração espera ser gravada.} other {# alterações esperam ser gravadas.}}",
  "sidecars.conflicts":
    "{count, plural, one {# foto discorda do arquivo.} other {# fotos discordam do arquivo.}}",
  "sidecars.read-only":
    "{count, plural, one {# arquivo .xmp não é gravado} other {# arquivos .xmp não são gravados}}, porque a pasta ou o arquivo é somente leitura. As etiquetas ficam na biblioteca.",
  "sidecars.stuck":
    "Não foi possível gravar o arquivo .xmp de {count, plural, one {# foto} other {# fotos}}.",
  "sidecars.retry": "Tentar de novo: {text}",
  "sidecars.show": "Mostrar: {text}",
  "sidecars.show.word": "Mostrar",

  "first-tags.title": "As etiquetas",
  "first-tags.keep": "Guardar no Semblance",
  "first-tags.write": "Gravar também arquivos .xmp ao lado das fotos",
  "first-tags.who": "Lightroom, digiKam, darktable e outros os leem.",
  "first-tags.later": "Dá para mudar depois, em cada pasta.",
} as const satisfies Record<keyof typeof enSidecars, string>;
