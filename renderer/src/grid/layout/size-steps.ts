/** Row heights that the grid offers, smallest first. */
const heights = [72, 96, 128, 168, 220, 288, 376] as const;

export const TWO_PER_ROW = "two-per-row";

/** The tallest a photo may be where two fill a row, as a share of the window. */
const TALLEST = 0.85;

/** How large photos are drawn: the height of a row in CSS pixels, or two photos to each row. */
export type RowSize = number | typeof TWO_PER_ROW;

/** Two photos of the commonest shape, 3:2, fill a row of this height. */
function twoPerRowPx(innerPx: number): number {
  return innerPx / 3;
}

/** What a grid of this inner width offers, smallest first: heights at which more than two photos fill a row, then two. */
export function sizesFor(innerPx: number): readonly RowSize[] {
  return [...heights.filter((px) => px < twoPerRowPx(innerPx)), TWO_PER_ROW];
}

/** The height that suits a window that nobody has set a size for yet. */
export function defaultSize(gridPx: number): number {
  if (gridPx <= 480) return 110;
  return gridPx < 800 ? 168 : 220;
}

/** A size that was chosen in a wider window is at most two photos to a row. */
export function fitSize(size: RowSize, innerPx: number): RowSize {
  return size !== TWO_PER_ROW && size < twoPerRowPx(innerPx) ? size : TWO_PER_ROW;
}

/** One step larger or smaller; the same at the ends. */
export function stepSize(current: RowSize, step: 1 | -1, sizes: readonly RowSize[]): RowSize {
  const next =
    step > 0
      ? sizes.find((size) => orderOf(size) > orderOf(current))
      : sizes.findLast((size) => orderOf(size) < orderOf(current));
  return next ?? current;
}

/** The place among the sizes that a size comes nearest to. */
export function placeOfSize(size: RowSize, sizes: readonly RowSize[]): number {
  const last = sizes.length - 1;
  if (size === TWO_PER_ROW) return last;
  return sizes
    .slice(0, last)
    .reduce<number>(
      (best, offered, at) =>
        Math.abs(orderOf(offered) - size) < Math.abs(orderOf(sizes[best]!) - size) ? at : best,
      0,
    );
}

function orderOf(size: RowSize): number {
  return size === TWO_PER_ROW ? Infinity : size;
}

/** What {@link justify} makes of a size. */
export function rowShapeOf(
  size: RowSize,
  windowPx: number,
): { readonly targetPx: number; readonly photosPerRow?: number } {
  if (size !== TWO_PER_ROW) return { targetPx: size };
  return { targetPx: Math.max(1, Math.round(TALLEST * windowPx)), photosPerRow: 2 };
}

/** Room at either side of the photos, and between two of them. */
export function spacingFor(gridPx: number): { readonly paddingPx: number; readonly gapPx: number } {
  if (gridPx <= 480) return { paddingPx: 4, gapPx: 2 };
  return { paddingPx: gridPx < 900 ? 12 : 16, gapPx: 4 };
}
