import type { enOriginals } from "../en-originals.ts";

export const originals = {
  "menu.export": "Exportar cópias…",
  "menu.trash": "Mover para a lixeira",
  "keys.export": "Exportar cópias",
  "keys.trash": "Mover para a lixeira",

  "trash.title": "Mover {count, plural, one {# foto} other {# fotos}} para a lixeira?",
  "trash.title.one": "Mover {name} para a lixeira?",
  "trash.text":
    "{count, plural, one {O arquivo vai} other {Os arquivos vão}} para a lixeira do sistema, com os arquivos RAW e sidecars que {count, plural, one {pertencem a ele} other {pertencem a eles}}. Etiquetas, classificações e legendas ficam aqui e voltam quando {count, plural, one {o arquivo for restaurado} other {os arquivos forem restaurados}}.",
  "trash.confirm": "Mover para a lixeira",
  "trash.progress": "Movendo para a lixeira",
  "trash.done":
    "{count, plural, one {# foto movida} other {# fotos movidas}} para a lixeira do sistema.",
  "trash.problems":
    "{count, plural, one {# foto não pôde ser movida e continua} other {# fotos não puderam ser movidas e continuam}} onde {count, plural, one {estava} other {estavam}}.",

  "export.title": "Exportar {count, plural, one {# foto} other {# fotos}}",
  "export.title.one": "Exportar {name}",
  "export.text": "As cópias vão para a pasta escolhida. As fotos ficam como estão.",
  "export.choose": "Escolher uma pasta para as cópias. Nada do que há nela é substituído.",
  "export.format": "Formato",
  "export.format.original": "Como estão",
  "export.format.jpeg": "JPEG",
  "export.format.webp": "WebP",
  "export.format.png": "PNG",
  "export.size": "Lado maior",
  "export.size.full": "Tamanho completo",
  "export.size.px": "{px, number} pixels",
  "export.quality": "Qualidade",
  "export.quality.value": "{quality} de 100",
  "export.without-location": "Omitir onde foram tiradas",
  "export.next": "Escolher pasta…",
  "export.here": "Exportar aqui",
  "export.progress": "Exportação",
  "export.count": "{done, number} de {count, number}",
  "export.done": "{count, plural, one {# cópia gravada} other {# cópias gravadas}} em {name}.",
  "export.problems":
    "{count, plural, one {# foto não pôde ser copiada.} other {# fotos não puderam ser copiadas.}}",
} as const satisfies Record<keyof typeof enOriginals, string>;
