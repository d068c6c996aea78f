const REGION = "[data-region]";
const STOPS = "[tabindex='0'], button, input, a[href]";

/** Moves the keyboard to the next or previous part of the window. */
export function stepRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(
    (region) => region.checkVisibility() && region.closest("[inert]") === null,
  );
  if (regions.length === 0) return;
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + step + regions.length) % regions.length];
  next?.querySelector<HTMLElement>(STOPS)?.focus();
}
