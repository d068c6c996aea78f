import type { enSpoken } from "../en-spoken.ts";

export const spoken = {
  "spoken.undo": "{text} {keys} lo deshace.",
  "spoken.results": "{count, plural, =0 {Ninguna foto.} one {# foto.} other {# fotos.}}",
  "spoken.results.for":
    "{count, plural, =0 {Ninguna foto para {what}.} one {# foto para {what}.} other {# fotos para {what}.}}",
  "spoken.term": "{field} {value}",
  "spoken.term.not": "no {field} {value}",
} as const satisfies Record<keyof typeof enSpoken, string>;
