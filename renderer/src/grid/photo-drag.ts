import type { LibraryContext } from "../library/context.ts";
import type { TagTarget } from "../library/tag-edits.ts";
import { formatNumber } from "../messages/format.ts";
import { showGhost } from "../ui/drag-ghost.ts";
import type { GridController } from "./grid-controller.svelte.ts";

export interface PhotoDragContext {
  readonly grid: GridController;
  readonly library: LibraryContext;
  /** While photos are dragged, nothing moves under the pointer. */
  readonly onhold: ((isHeld: boolean) => void) | undefined;
}

/** Whether a dragged tag would go to the photo: to the one under it, or to the selection with it. */
export function isDropTarget(grid: GridController, index: number): boolean {
  const { dropIndex, selection } = grid;
  if (dropIndex < 0) return false;
  return index === dropIndex || (selection.has(dropIndex) && selection.has(index));
}

/** Lets photos be dragged out of a grid, the selection with them, and a tag be dropped onto them. */
export function photoDrag(context: PhotoDragContext): (element: HTMLElement) => () => void {
  const { grid, library, onhold } = context;
  return (element) => {
    const listening = new AbortController();
    const { signal } = listening;
    const clear = (): void => void (grid.dropIndex = -1);
    element.addEventListener("dragstart", (event) => started(event, context), { signal });
    element.addEventListener("dragover", (event) => draggedOver(event, context), { signal });
    element.addEventListener("drop", (event) => dropped(event, context), { signal });
    element.addEventListener("dragleave", clear, { signal });
    const ended = (): void => {
      library.drag.end();
      onhold?.(false);
    };
    element.addEventListener("dragend", ended, { signal });
    return () => listening.abort();
  };
}

function started(event: DragEvent, { grid, library, onhold }: PhotoDragContext): void {
  const index = indexAt(event.target);
  if (index === undefined) return;
  const { selection } = grid;
  // A photo that is not selected is dragged alone.
  selection.forMenu(index);
  library.drag.start(event, { kind: "photos", target: () => targetOf(grid) });
  onhold?.(true);
  const pictures = picturesOf(event.currentTarget as HTMLElement, index, grid);
  showGhost(event, { pictures, text: formatNumber(selection.targetCount) });
}

function draggedOver(event: DragEvent, { grid, library }: PhotoDragContext): void {
  const index = indexAt(event.target);
  const isTaken = index !== undefined && library.drag.over(event, "tag") !== undefined;
  grid.dropIndex = isTaken ? index : -1;
}

function dropped(event: DragEvent, { grid, library }: PhotoDragContext): void {
  const index = indexAt(event.target);
  const dragged = library.drag.over(event, "tag");
  grid.dropIndex = -1;
  library.drag.end();
  if (index === undefined || !dragged) return;
  grid.selection.forMenu(index);
  void add(dragged.tag, { grid, library });
}

async function add(
  tag: string,
  { grid, library: { tagEdits, notices } }: Pick<PhotoDragContext, "grid" | "library">,
): Promise<void> {
  try {
    await tagEdits.add(tag, await targetOf(grid));
  } catch (error) {
    notices.fail(error);
  }
}

async function targetOf({ selection }: GridController): Promise<TagTarget> {
  return { ids: await selection.targetIds(), known: selection.targetPhotos() };
}

/** The place of the photo that an event happened on. */
export function indexAt(target: EventTarget | null): number | undefined {
  const tile = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
  return tile ? Number(tile.dataset.index) : undefined;
}

/** The dragged photo's first, then others of the selection that are on the screen. */
function picturesOf(
  element: HTMLElement,
  index: number,
  { selection }: GridController,
): readonly HTMLImageElement[] {
  const tiles = [...element.querySelectorAll<HTMLElement>("[data-index]")].filter((tile) =>
    selection.has(Number(tile.dataset.index)),
  );
  const own = tiles.filter((tile) => Number(tile.dataset.index) === index);
  return [...own, ...tiles.filter((tile) => !own.includes(tile))].flatMap((tile) => {
    const picture = tile.querySelector("img");
    return picture ? [picture] : [];
  });
}
