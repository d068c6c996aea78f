/**
 * @file Whether two pictures are the same one, saved twice, by what they look like. See imaging/picture-look.ts for the 80 bytes.
 */

const SIGN_BYTES = 32;
const LOOK_BYTES = 80;
/** Of 256. Copies in another size or compression differ in up to 10, pictures that were cut to 95 % in 28 and more. */
const MOST_BITS = 16;
/** Mean colours, 0 to 255: more than that, on average or anywhere, is a picture that somebody has worked on. */
const MEAN_SHIFT = 1.5;
const MOST_SHIFT = 6;

/** How far apart two looks are. */
export interface LookDistance {
  /** Frequencies that are above the median in one picture alone, 0 to 256. */
  readonly bits: number;
  /** Of the mean colours, 0 to 255. */
  readonly meanShift: number;
  readonly mostShift: number;
}

export function compareLooks(one: Uint8Array, other: Uint8Array): LookDistance {
  let bits = 0;
  for (let at = 0; at < SIGN_BYTES; at++) bits += countBits(one[at]! ^ other[at]!);
  let [sum, mostShift] = [0, 0];
  for (let at = SIGN_BYTES; at < LOOK_BYTES; at++) {
    const shift = Math.abs(one[at]! - other[at]!);
    sum += shift;
    mostShift = Math.max(mostShift, shift);
  }
  return { bits, meanShift: sum / (LOOK_BYTES - SIGN_BYTES), mostShift };
}

export function isSameLook(one: Uint8Array, other: Uint8Array): boolean {
  const { bits, meanShift, mostShift } = compareLooks(one, other);
  return bits <= MOST_BITS && meanShift <= MEAN_SHIFT && mostShift <= MOST_SHIFT;
}

/**
 * Four numbers, of which pictures of the same look have at least one in common while they differ in at most three of the 64 lowest frequencies;
 * beyond that most do.
 */
export function bandsOf(look: Uint8Array): number[] {
  return [0, 1, 2, 3].map((band) => (band << 16) | (look[band * 2 + 1]! << 8) | look[band * 2]!);
}

function countBits(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) count++;
  return count;
}
