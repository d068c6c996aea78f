import { openPicture } from "./sharp.ts";

/** The picture is looked at in a square of so many pixels: all that is left of it when it was made small, or compressed hard. */
const SIDE = 64;
/** Frequencies in each direction that are kept: of 8, parts are looked up; the others tell what is alike in outline from what is the same. */
const KEPT = 16;
const COARSE = 8;
/** Mean colours are told in so many cells to a side. */
const CELLS = 4;
/** Standard deviation of brightness, 0 to 255, below which there is nothing to be told apart: a wall, a lens cap. */
const LEAST_CONTRAST = 6;

/** Bytes of frequencies and of colours. */
export const SIGN_BYTES = (KEPT * KEPT) / 8;
export const COLOUR_BYTES = CELLS * CELLS * 3;

/**
 * What a picture looks like, in 80 bytes, the same for copies in another size, format or compression: 256 bits, each of which says whether a
 * frequency of its brightness is above the median, low ones first, and 16 mean colours. The bits are the perceptual hash by discrete cosine
 * transform of C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010), section 3.2.1, with 16 × 16 instead of 8 × 8
 * frequencies. Undefined for a picture that is all of one brightness.
 */
export async function readPictureLook(path: string): Promise<Uint8Array | undefined> {
  const pixels = await openPicture(path)
    .toColourspace("srgb")
    .removeAlpha()
    .resize(SIDE, SIDE, { fit: "fill" })
    .raw()
    .toBuffer();
  const brightness = toBrightness(pixels);
  if (deviation(brightness) < LEAST_CONTRAST) return undefined;
  const look = new Uint8Array(SIGN_BYTES + COLOUR_BYTES);
  look.set(signsOf(frequencies(brightness)));
  look.set(meanColours(pixels), SIGN_BYTES);
  return look;
}

/** By ITU-R BT.601. */
function toBrightness(pixels: Uint8Array): Float64Array {
  return Float64Array.from(
    { length: SIDE * SIDE },
    (_, at) => 0.299 * pixels[at * 3]! + 0.587 * pixels[at * 3 + 1]! + 0.114 * pixels[at * 3 + 2]!,
  );
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}

/** cos((2x + 1) u π / 2N), one row for each frequency u. */
const cosines = Array.from({ length: KEPT }, (_, u) =>
  Float64Array.from({ length: SIDE }, (__, x) =>
    Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE)),
  ),
);

/** The lowest of the two-dimensional discrete cosine transform (type II), unscaled, in rows of {@link KEPT}. */
function frequencies(brightness: Float64Array): Float64Array {
  const rows = new Float64Array(SIDE * KEPT);
  for (let y = 0; y < SIDE; y++) {
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += brightness[y * SIDE + x]! * cosines[u]![x]!;
      rows[y * KEPT + u] = sum;
    }
  }
  const result = new Float64Array(KEPT * KEPT);
  for (let v = 0; v < KEPT; v++) {
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += rows[y * KEPT + u]! * cosines[v]![y]!;
      result[v * KEPT + u] = sum;
    }
  }
  return result;
}

/** The 8 × 8 lowest first, so that they are the first eight bytes. */
const order = [true, false].flatMap((isCoarse) =>
  Array.from({ length: KEPT * KEPT }, (_, at) => at).filter(
    (at) => (at % KEPT < COARSE && Math.floor(at / KEPT) < COARSE) === isCoarse,
  ),
);

/** Above the median or not. The first frequency is the mean brightness, which says nothing here. */
function signsOf(all: Float64Array): Uint8Array {
  const sorted = all.slice(1).sort();
  const median = sorted[sorted.length >> 1]!;
  const signs = new Uint8Array(SIGN_BYTES);
  order.forEach((at, bit) => {
    if (at > 0 && all[at]! > median) signs[bit >> 3]! |= 1 << (bit & 7);
  });
  return signs;
}

function meanColours(pixels: Uint8Array): Uint8Array {
  const cell = SIDE / CELLS;
  const sums = new Float64Array(COLOUR_BYTES);
  for (let at = 0; at < SIDE * SIDE; at++) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const place = (Math.floor(y / cell) * CELLS + Math.floor(x / cell)) * 3;
    for (let channel = 0; channel < 3; channel++)
      sums[place + channel]! += pixels[at * 3 + channel]!;
  }
  return Uint8Array.from(sums, (sum) => Math.round(sum / (cell * cell)));
}
