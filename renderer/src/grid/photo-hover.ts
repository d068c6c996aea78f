/**
 * @file Which photo is under the pointer.
 */
import type { GridController } from "./grid-controller.svelte.ts";
import { indexAt } from "./photo-drag.ts";

/**
 * Tells the number of the photo under the pointer, -1 for none. While photos fly past under it none is: to give each of
 * them its buttons for a moment would be much of the work of a frame.
 */
export function photoHover(
  grid: GridController,
  onhover: (index: number) => void,
): (element: HTMLElement) => () => void {
  return (element) => {
    const listening = new AbortController();
    const { signal } = listening;
    const tell = (under: EventTarget | null): void => onhover(indexAt(under) ?? -1);
    element.addEventListener(
      "pointerover",
      ({ target }) => {
        if (!grid.scroll.isFlying) tell(target);
      },
      { signal },
    );
    element.addEventListener("pointerleave", () => onhover(-1), { signal });
    const rested = (): void => tell(element.querySelector("[data-index]:hover"));
    element.addEventListener("scrollend", rested, { signal });
    return () => listening.abort();
  };
}
