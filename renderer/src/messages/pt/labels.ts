import type { enLabels } from "../en-labels.ts";

export const labels = {
  "labels.title": "Rótulos",
  "labels.all": "Todas as famílias",
  "labels.path": "Caminho até este rótulo",
  "labels.find": "Buscar um rótulo",
  "labels.families": "Famílias",
  "labels.singles": "Rótulos avulsos",
  "labels.photos": "{count, plural, one {# foto} other {# fotos}}",
  "labels.kinds": "{found, number} de {kinds, plural, one {# tipo} other {# tipos}}",
  "labels.precision": "certo em {right, number} de {checked, number} conferidos",
  "labels.tile": "{name}, {count, plural, one {# foto} other {# fotos}}",
  "labels.tile.family":
    "{name}, {count, plural, one {# foto} other {# fotos}}, família de {kinds, plural, one {# tipo} other {# tipos}}",
  "labels.show": "Mostrar fotos",
  "labels.make-tag": "Transformar em etiqueta",
  "labels.unsure": "Menos certas · {count, plural, one {# foto} other {# fotos}}",
  "labels.unsure.short": "Mostrar",
  "labels.unsure.show": "Mostrar fotos que podem ser: {name}",
  "labels.none": "Nenhuma foto tem rótulo ainda. Os rótulos chegam com a indexação das fotos.",
} as const satisfies Record<keyof typeof enLabels, string>;
