/** Row heights that the grid offers, smallest first. */
export const sizeSteps = [72, 96, 128, 168, 220, 288, 376] as const;

/** The height that suits a window that nobody has set a size for yet. */
export function defaultSize(gridPx: number): number {
  if (gridPx <= 480) return 110;
  return gridPx < 800 ? 168 : 220;
}

/** One step larger or smaller; the same at the ends. */
export function stepSize(currentPx: number, step: 1 | -1): number {
  const next =
    step > 0
      ? sizeSteps.find((size) => size > currentPx)
      : sizeSteps.findLast((size) => size < currentPx);
  return next ?? currentPx;
}
