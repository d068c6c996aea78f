import type { enLocate } from "../en-locate.ts";

export const locate = {
  "locate-photo.title": "Qual arquivo é {name} agora?",
  "locate-photo.text":
    "Estava em {path}. É preciso escolher o arquivo dela, em uma pasta da biblioteca. A foto mantém suas etiquetas.",
  "locate-photo.some":
    "{count, plural, one {A primeira foto} other {As primeiras # fotos}} desta pasta, por nome.",
  "locate-photo.confirm": "É este arquivo",
  "locate-photo.mismatch": "É outra imagem. Vincular mesmo assim?",
  "locate-photo.insist": "Vincular mesmo assim",
  "locate-photo.done": "{name} está vinculada ao seu arquivo.",
} as const satisfies Record<keyof typeof enLocate, string>;
