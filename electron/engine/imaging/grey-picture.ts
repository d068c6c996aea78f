import type { DecodedImage } from "./decoded-image.ts";

/** Weights of red, green and blue in what the eye takes for lightness: Rec. 601. */
const WEIGHTS = [0.299, 0.587, 0.114] as const;

/**
 * A picture in so few grey pixels that only where it is light and dark is left, squeezed into a square: rows of bytes, each the mean of
 * what lies under it.
 */
export function greyPicture(
  { pixels, widthPx, heightPx }: DecodedImage,
  sizePx: number,
): Uint8Array {
  const sums = new Float64Array(sizePx * sizePx);
  const counts = new Uint32Array(sums.length);
  // A picture that is smaller still gives each of the pixels something.
  const [columns, rows] = [Math.max(widthPx, sizePx), Math.max(heightPx, sizePx)];
  for (let row = 0; row < rows; row++) {
    const y = Math.floor((row * heightPx) / rows);
    const below = Math.floor((row * sizePx) / rows) * sizePx;
    for (let column = 0; column < columns; column++) {
      const from = (y * widthPx + Math.floor((column * widthPx) / columns)) * 3;
      const to = below + Math.floor((column * sizePx) / columns);
      sums[to]! +=
        WEIGHTS[0] * pixels[from]! +
        WEIGHTS[1] * pixels[from + 1]! +
        WEIGHTS[2] * pixels[from + 2]!;
      counts[to]!++;
    }
  }
  return Uint8Array.from(sums, (sum, at) => Math.round(sum / counts[at]!));
}
