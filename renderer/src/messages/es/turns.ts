import type { enTurns } from "../en-turns.ts";

export const turns = {
  "menu.turn-left": "Girar a la izquierda",
  "menu.turn-right": "Girar a la derecha",
  "turn.name": "Giro",
  "turn.0": "como en la foto",
  "turn.90": "un cuarto a la derecha",
  "turn.180": "boca abajo",
  "turn.270": "un cuarto a la izquierda",
  "turn.mirrored": "reflejada",
  "turn.right":
    "{count, plural, =0 {Ninguna foto girada.} one {# foto girada a la derecha.} other {# fotos giradas a la derecha.}}",
  "turn.left":
    "{count, plural, =0 {Ninguna foto girada.} one {# foto girada a la izquierda.} other {# fotos giradas a la izquierda.}}",
  "turn.over":
    "{count, plural, =0 {Ninguna foto girada.} one {# foto puesta boca abajo.} other {# fotos puestas boca abajo.}}",
  "keys.turn": "Girar a la izquierda, a la derecha",
} as const satisfies Record<keyof typeof enTurns, string>;
