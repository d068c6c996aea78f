import type { enLocate } from "../en-locate.ts";

export const locate = {
  "locate-photo.title": "¿Qué archivo es {name} ahora?",
  "locate-photo.text":
    "Estaba en {path}. Hay que elegir su archivo, en una carpeta de la biblioteca. La foto conserva sus etiquetas.",
  "locate-photo.some":
    "{count, plural, one {La primera foto} other {Las primeras # fotos}} de esta carpeta, por nombre.",
  "locate-photo.confirm": "Es este archivo",
  "locate-photo.mismatch": "Es otra imagen. ¿Vincularla de todos modos?",
  "locate-photo.insist": "Vincular de todos modos",
  "locate-photo.done": "{name} está vinculada a su archivo.",
} as const satisfies Record<keyof typeof enLocate, string>;
