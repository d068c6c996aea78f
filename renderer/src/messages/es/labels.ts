import type { enLabels } from "../en-labels.ts";

export const labels = {
  "labels.title": "Rótulos",
  "labels.all": "Todas las familias",
  "labels.path": "Camino hasta este rótulo",
  "labels.find": "Buscar un rótulo",
  "labels.families": "Familias",
  "labels.singles": "Rótulos sueltos",
  "labels.photos": "{count, plural, one {# foto} other {# fotos}}",
  "labels.kinds": "{found, number} de {kinds, plural, one {# clase} other {# clases}}",
  "labels.precision": "acertado en {right, number} de {checked, number} comprobaciones",
  "labels.tile": "{name}, {count, plural, one {# foto} other {# fotos}}",
  "labels.tile.family":
    "{name}, {count, plural, one {# foto} other {# fotos}}, familia de {kinds, plural, one {# clase} other {# clases}}",
  "labels.show": "Mostrar fotos",
  "labels.make-tag": "Convertir en etiqueta",
  "labels.unsure": "Menos seguras · {count, plural, one {# foto} other {# fotos}}",
  "labels.unsure.short": "Mostrar",
  "labels.unsure.show": "Mostrar fotos que podrían ser: {name}",
  "labels.none": "Ninguna foto tiene rótulo todavía. Los rótulos llegan al indexar las fotos.",
} as const satisfies Record<keyof typeof enLabels, string>;
