import { createHash } from "node:crypto";
import type { DecodedImage } from "./decoded-image.ts";

/** 128 bits: two pictures of a library of a million have the same by chance once in 10^26 such libraries. */
const BYTES = 16;

/** How a picture is seen: mirrored along its diagonal first, then each row and each column the other way round. */
interface View {
  readonly isTransposed: boolean;
  readonly isFlippedX: boolean;
  readonly isFlippedY: boolean;
}

const VIEWS: readonly View[] = [false, true].flatMap((isTransposed) =>
  [false, true].flatMap((isFlippedX) =>
    [false, true].map((isFlippedY) => ({ isTransposed, isFlippedX, isFlippedY })),
  ),
);

/**
 * Names a picture by what is decoded of it, as base64url: two files whose metadata differ have the same, whatever is
 * rewritten, the orientation included. SHA-256, cut to 128 bits, over the width, the height and the pixels as they are
 * decoded for indexing (`indexingSize`, upright 8-bit sRGB), seen in that one of the eight orientations which is
 * landscape and brightest in its first quarter. That is exact, because libvips turns a picture after it has made it
 * smaller. Decoded to another size, or by another version of a decoder, the same file may have another: then it is
 * only not recognised.
 */
export function hashPixels(image: DecodedImage): string {
  const hashes = brightestViews(image).map((view) => hash(image, view));
  return hashes.sort()[0]!;
}

/** One, but for pictures that are as bright in several quarters. */
function brightestViews(image: DecodedImage): View[] {
  const { widthPx, heightPx } = image;
  const quarters = quarterSums(image);
  const landscape = VIEWS.filter(
    ({ isTransposed }) => widthPx === heightPx || isTransposed === widthPx < heightPx,
  );
  const seen = landscape.map((view) => ({
    view,
    sums: [0, 1, 2, 3].map((at) => quarters[sourceOf(at & 1, at >> 1, [2, 2], view)]!),
  }));
  const best = seen
    .map(({ sums }) => sums)
    .sort(compare)
    .at(-1)!;
  return seen.filter(({ sums }) => compare(sums, best) === 0).map(({ view }) => view);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((sum, index) => sum !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}

/** Top left, top right, bottom left, bottom right; a middle row or column is in none. */
function quarterSums({ pixels, widthPx, heightPx }: DecodedImage): number[] {
  const sums = [0, 0, 0, 0];
  const [halfX, halfY] = [widthPx >> 1, heightPx >> 1];
  for (let y = 0; y < heightPx; y++) {
    if (y >= halfY && y < heightPx - halfY) continue;
    const row = y * widthPx * 3;
    const below = y < halfY ? 0 : 2;
    let left = 0;
    let right = 0;
    for (let i = row; i < row + halfX * 3; i++) left += pixels[i]!;
    for (let i = row + (widthPx - halfX) * 3; i < row + widthPx * 3; i++) right += pixels[i]!;
    sums[below]! += left;
    sums[below + 1]! += right;
  }
  return sums;
}

/** The index in the picture of what is seen at (x, y) of the view, which is as large as `size` says. */
function sourceOf(
  x: number,
  y: number,
  [width, height]: readonly [number, number],
  view: View,
): number {
  const seenX = view.isFlippedX ? width - 1 - x : x;
  const seenY = view.isFlippedY ? height - 1 - y : y;
  return view.isTransposed ? seenX * height + seenY : seenY * width + seenX;
}

function hash({ pixels, widthPx, heightPx }: DecodedImage, view: View): string {
  const size = view.isTransposed ? ([heightPx, widthPx] as const) : ([widthPx, heightPx] as const);
  const [width, height] = size;
  const bytes = new Uint8Array(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y++) {
    const start = sourceOf(0, y, size, view) * 3;
    const step = (sourceOf(1, y, size, view) - sourceOf(0, y, size, view)) * 3;
    for (let x = 0, from = start; x < width; x++, from += step) {
      bytes[to++] = pixels[from]!;
      bytes[to++] = pixels[from + 1]!;
      bytes[to++] = pixels[from + 2]!;
    }
  }
  const digest = createHash("sha256").update(`${width} ${height} `).update(bytes).digest();
  return digest.subarray(0, BYTES).toString("base64url");
}
