/** @file The texts of turning photos, by the rules of en.ts. */
export const enTurns = {
  "menu.turn-left": "Rotate left",
  "menu.turn-right": "Rotate right",
  "turn.name": "Rotation",
  "turn.0": "as in the photo",
  "turn.90": "a quarter to the right",
  "turn.180": "upside down",
  "turn.270": "a quarter to the left",
  "turn.mirrored": "mirrored",
  "turn.right":
    "{count, plural, =0 {No photo turned.} one {Turned # photo to the right.} other {Turned # photos to the right.}}",
  "turn.left":
    "{count, plural, =0 {No photo turned.} one {Turned # photo to the left.} other {Turned # photos to the left.}}",
  "turn.over":
    "{count, plural, =0 {No photo turned.} one {Turned # photo upside down.} other {Turned # photos upside down.}}",
  "keys.turn": "Rotate left, right",
} as const;
