import type { enTurns } from "../en-turns.ts";

export const turns = {
  "menu.turn-left": "Girar para a esquerda",
  "menu.turn-right": "Girar para a direita",
  "turn.name": "Rotação",
  "turn.0": "como na foto",
  "turn.90": "um quarto para a direita",
  "turn.180": "de cabeça para baixo",
  "turn.270": "um quarto para a esquerda",
  "turn.mirrored": "espelhada",
  "turn.right":
    "{count, plural, =0 {Nenhuma foto girada.} one {# foto girada para a direita.} other {# fotos giradas para a direita.}}",
  "turn.left":
    "{count, plural, =0 {Nenhuma foto girada.} one {# foto girada para a esquerda.} other {# fotos giradas para a esquerda.}}",
  "turn.over":
    "{count, plural, =0 {Nenhuma foto girada.} one {# foto virada de cabeça para baixo.} other {# fotos viradas de cabeça para baixo.}}",
  "keys.turn": "Girar para a esquerda, para a direita",
} as const satisfies Record<keyof typeof enTurns, string>;
