/**
 * @file One byte of aspect ratio per photo, so that a million photos' geometry is one megabyte.
 *
 * ratio = 2^(byte / 63.75 − 2): 1:4 to 4:1, worst error 0.6 %. Wider or taller pictures are clamped.
 */

import type { Orientation } from "./value-names.ts";

const STEPS_PER_OCTAVE = 63.75;

/** The bytes of each shape, both included. 2:1, where a panorama begins, is 191; 1:1 lies between 127 and 128. */
export const orientationBytes: Readonly<Record<Orientation, readonly [from: number, to: number]>> =
  { portrait: [0, 125], square: [126, 129], landscape: [130, 190], panorama: [191, 255] };

/** What a photo occupies in the grid until its size is known: 3:2, the commonest camera format. */
export const UNKNOWN_ASPECT = toAspectByte(3, 2);

export function toAspectByte(widthPx: number, heightPx: number): number {
  const byte = Math.round((Math.log2(widthPx / heightPx) + 2) * STEPS_PER_OCTAVE);
  return Math.min(255, Math.max(0, byte));
}

/** Width divided by height. */
export function fromAspectByte(byte: number): number {
  return 2 ** (byte / STEPS_PER_OCTAVE - 2);
}
