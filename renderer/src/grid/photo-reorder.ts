import type { DragState } from "../library/drag-state.svelte.ts";
import type { GridController } from "./grid-controller.svelte.ts";
import { indexAt } from "./photo-drag.ts";

/** Answers with undefined where the order is not the user's. The selected photos go before the one at `index`. */
export type Reorder = () => ((index: number) => void) | undefined;

export interface PhotoReorder {
  readonly grid: GridController;
  readonly drag: DragState;
  readonly reorder: Reorder | undefined;
}

/** Lets photos be dragged to another place of their grid. */
export function photoReorder(context: PhotoReorder): (element: HTMLElement) => () => void {
  const { grid, reorder } = context;

  function dropped(event: DragEvent): void {
    const place = placeOf(event, context);
    grid.insertIndex = -1;
    if (place !== undefined) reorder?.()?.(place);
  }

  return (element) => {
    const listening = new AbortController();
    const { signal } = listening;
    const point = (event: DragEvent): void => {
      grid.insertIndex = placeOf(event, context) ?? -1;
    };
    const forget = (): void => void (grid.insertIndex = -1);
    element.addEventListener("dragover", point, { signal });
    element.addEventListener("dragleave", forget, { signal });
    element.addEventListener("dragend", forget, { signal });
    // On the way down: who hears of the drop later finds that nothing is dragged any more.
    element.addEventListener("drop", dropped, { signal, capture: true });
    return () => listening.abort();
  };
}

/** Before which photo dragged ones would go: before or behind the one under the pointer. */
function placeOf(event: DragEvent, { drag, reorder }: PhotoReorder): number | undefined {
  const index = indexAt(event.target);
  if (index === undefined || !reorder?.() || !drag.over(event, "photos")) return undefined;
  const tile = (event.target as Element).closest("[data-index]")!.getBoundingClientRect();
  return event.clientX < tile.x + tile.width / 2 ? index : index + 1;
}
