/**
 * @file A scroll range that stays below what a browser can draw.
 *
 * Chromium clamps elements at 33,554,428 px and a million photos are taller. The spacer is therefore
 * at most eight million px; `basePx` says which height of the grid its top stands for. Scrolling is
 * native and 1:1; when it comes to rest outside the middle half, the base moves and the scroll
 * position with it, which nobody sees.
 */

export const MAX_SPACER_PX = 8_000_000;

export interface ScrollPlace {
  readonly basePx: number;
  readonly scrollPx: number;
}

export function spacerHeight(contentPx: number): number {
  return Math.min(contentPx, MAX_SPACER_PX);
}

/** Centres the spacer on a height of the grid, as far as its ends allow. */
export function placeAt(yPx: number, contentPx: number, viewportPx: number): ScrollPlace {
  const lastPx = Math.max(0, contentPx - viewportPx);
  const y = Math.min(Math.max(0, yPx), lastPx);
  const maxBasePx = contentPx - spacerHeight(contentPx);
  const basePx = Math.min(maxBasePx, Math.max(0, Math.round(y - MAX_SPACER_PX / 2)));
  return { basePx, scrollPx: y - basePx };
}

/** The better place for where the scroll position came to rest; undefined while it is good enough. */
export function rebase(
  place: ScrollPlace,
  contentPx: number,
  viewportPx: number,
): ScrollPlace | undefined {
  if (contentPx <= MAX_SPACER_PX) return undefined;
  const isInMiddle =
    place.scrollPx >= MAX_SPACER_PX / 4 && place.scrollPx <= (MAX_SPACER_PX * 3) / 4;
  if (isInMiddle) return undefined;
  const better = placeAt(place.basePx + place.scrollPx, contentPx, viewportPx);
  return better.basePx === place.basePx ? undefined : better;
}
