import type { DraggedPhotos, DragState } from "../library/drag-state.svelte.ts";
import { showGhost } from "../ui/drag-ghost.ts";
import type { TreeTag } from "./tag-forest.ts";
import type { TagRow } from "./tag-rows.ts";
import type { TagTreeView } from "./tag-tree-view.svelte.ts";

/** So long does a drag rest on a closed tag until it opens. */
const SPRING_MS = 500;

export interface TagDrag {
  readonly view: TagTreeView;
  readonly drag: DragState;
  readonly ondrop: (branch: TreeTag, photos: DraggedPhotos) => void;
}

/** Lets photos be dropped onto the tags of a tree, and its tags be dragged onto photos. */
export function tagDrag({ view, drag, ondrop }: TagDrag): (tree: HTMLElement) => () => void {
  let spring: ReturnType<typeof setTimeout> | undefined;

  function point(row: TagRow | undefined): void {
    if (row?.branch.id === view.dropId) return;
    clearTimeout(spring);
    view.dropId = row?.branch.id;
    if (row && !row.isOpen && row.branch.children.length > 0) {
      spring = setTimeout(() => view.springOpen(row.branch), SPRING_MS);
    }
  }

  function started(event: DragEvent): void {
    const row = rowAt(view, event.target);
    if (!row) return;
    drag.start(event, { kind: "tag", tag: row.branch.node.tag });
    showGhost(event, { pictures: [], text: row.branch.name });
  }

  function over(event: DragEvent): void {
    const row = rowAt(view, event.target);
    point(row && drag.over(event, "photos") ? row : undefined);
  }

  function left({ relatedTarget, currentTarget }: DragEvent): void {
    const isInside =
      relatedTarget instanceof Node &&
      currentTarget instanceof Node &&
      currentTarget.contains(relatedTarget);
    if (!isInside) point(undefined);
  }

  function dropped(event: DragEvent): void {
    const row = rowAt(view, event.target);
    const photos = drag.over(event, "photos");
    point(undefined);
    drag.end();
    if (row && photos) ondrop(row.branch, photos);
  }

  return (tree) => {
    const listening = new AbortController();
    const { signal } = listening;
    tree.addEventListener("dragstart", started, { signal });
    tree.addEventListener("dragover", over, { signal });
    tree.addEventListener("dragleave", left, { signal });
    tree.addEventListener("drop", dropped, { signal });
    tree.addEventListener("dragend", () => drag.end(), { signal });
    return () => {
      clearTimeout(spring);
      listening.abort();
    };
  };
}

/** The row that an event happened on. */
export function rowAt(view: TagTreeView, target: EventTarget | null): TagRow | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  return element ? view.rows[Number(element.dataset.at)] : undefined;
}
