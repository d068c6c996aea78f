import type { TagTarget } from "./tag-edits.ts";

export interface DraggedPhotos {
  readonly kind: "photos";
  /** Asked when they are dropped. */
  readonly target: () => Promise<TagTarget>;
}

export interface DraggedTag {
  readonly kind: "tag";
  readonly tag: string;
}

/** What is dragged from one part of the window to another. */
export type Dragged = DraggedPhotos | DraggedTag;

/** Marks a drag of ours for the browser, which does not start one without data. It says nothing else. */
const MARK = "application/x-semblance";

/** The drag that is going on inside of the window; files from outside are none. */
export class DragState {
  current = $state.raw<Dragged | undefined>();

  start(event: DragEvent, dragged: Dragged): void {
    if (!event.dataTransfer) return;
    event.dataTransfer.setData(MARK, dragged.kind);
    event.dataTransfer.effectAllowed = "copy";
    this.current = dragged;
  }

  end(): void {
    this.current = undefined;
  }

  /** What is over a place that takes this kind; tells the browser that it may be dropped there. */
  over<K extends Dragged["kind"]>(
    event: DragEvent,
    kind: K,
  ): Extract<Dragged, { readonly kind: K }> | undefined {
    const { current } = this;
    if (current?.kind !== kind) return undefined;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    return current as Extract<Dragged, { readonly kind: K }>;
  }
}
