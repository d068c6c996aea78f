import type { enSpoken } from "../en-spoken.ts";

export const spoken = {
  "spoken.undo": "{text} {keys} desfaz.",
  "spoken.results": "{count, plural, =0 {Nenhuma foto.} one {# foto.} other {# fotos.}}",
  "spoken.results.for":
    "{count, plural, =0 {Nenhuma foto para {what}.} one {# foto para {what}.} other {# fotos para {what}.}}",
  "spoken.term": "{field} {value}",
  "spoken.term.not": "não {field} {value}",
} as const satisfies Record<keyof typeof enSpoken, string>;
