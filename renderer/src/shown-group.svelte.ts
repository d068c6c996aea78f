import type { PhotoChange } from "../../electron/contract/events.ts";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import { GivenSet } from "./library/photos/given-set.svelte.ts";
import { Selection } from "./library/photos/selection.svelte.ts";
import { MOST_COMPARED, type ComparingKind } from "./viewer/compare/comparing.svelte.ts";

/** The group on a page in which the keyboard is: keys, menus, the viewer and comparing are for its photos. */
export class ShownGroup {
  readonly set = new GivenSet();
  readonly selection = new Selection(this.set);

  readonly isShown = $derived(this.set.total > 0);

  /** The keyboard has come to a photo of a group. */
  enter(photos: readonly Photo[], id: PhotoId): void {
    this.set.replace(photos);
    const index = photos.findIndex((photo) => photo.id === id);
    this.selection.apply(Math.max(0, index), "only");
  }

  leave(): void {
    this.set.replace([]);
  }

  /** All of a small group; of a larger one the first photos, and that which has the keyboard. */
  selectFor(kind: ComparingKind): void {
    const { focus } = this.selection;
    const first = Math.min(this.set.total, MOST_COMPARED[kind]);
    const places = Array.from({ length: first }, (_, index) => index);
    this.selection.only(focus < first ? places : [...places.slice(0, -1), focus]);
    this.selection.apply(focus, "focus");
  }

  /** Files that went to the trash, or are gone, are not in it any more. */
  changed(changes: readonly PhotoChange[]): void {
    const gone = changes.filter(({ kind }) => kind === "missing" || kind === "removed");
    if (gone.length > 0) this.set.remove(new Set(gone.map(({ id }) => id)));
  }

  /** The photo on the page that has the keyboard, or had it. */
  element(): HTMLElement | undefined {
    const id = this.selection.focusedPhoto?.id ?? 0;
    return document.querySelector<HTMLElement>(`[data-group-photo="${id}"]`) ?? undefined;
  }

  /** Gives the keyboard back to the photo that was looked at last; where its group is gone, to another group or the page. */
  focusBack(): void {
    this.selection.apply(this.selection.focus, "only");
    const other = document.querySelector<HTMLElement>("[data-group] [data-act]");
    (this.element() ?? other ?? document.querySelector<HTMLElement>("[data-page-title]"))?.focus();
  }
}
