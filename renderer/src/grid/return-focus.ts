import { tick } from "svelte";
import { HEADER_PX, type GridController } from "./grid-controller.svelte.ts";
import { seenPhoto } from "./layout/anchor.ts";

/**
 * Gives the photos the keyboard while nothing moves: who has scrolled away with nothing selected has it where they are now.
 * Without photos the search has it, because there is something to search for.
 */
export async function returnFocus(grid: GridController | undefined): Promise<void> {
  if (grid) {
    const { layout, selection, set } = grid;
    const { yPx, heightPx } = grid.scroll;
    if (selection.count === 0 && set.total > 0) {
      const focus = Math.max(0, Math.min(selection.focus, set.total - 1));
      selection.apply(seenPhoto({ layout, yPx, heightPx }, focus, HEADER_PX), "focus");
    }
    await tick();
    // Who has opened a menu meanwhile keeps it.
    if (!document.activeElement?.closest("[role='menu']")) grid.focusHere();
  }
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>("[data-search]")?.focus();
}
