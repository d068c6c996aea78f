import { tick } from "svelte";

/** What can take the place of the photos. */
export type WindowPage =
  "map" | "settings" | "history" | "labels" | "tags" | "review" | "duplicates";

/** Which page is in the place of the photos, and what had the keyboard before it. */
export class WindowPages {
  /** Null while the photos are shown. */
  current = $state<WindowPage | null>(null);
  /** The entry that the history shows first; the newest without it. */
  shownEntry = $state.raw<{ readonly id: number } | undefined>();
  /** How far the parts of pages were scrolled; see ui/keep-scroll.ts. */
  readonly scrollPlaces = new Map<string, number>();
  #before: Element | null = null;

  /** From one page to another, what had the keyboard first is remembered. */
  open(page: WindowPage): void {
    if (this.current === null) this.#before = document.activeElement;
    this.current = page;
  }

  /** Something particular is shown of the page, wherever it was scrolled. */
  forgetPlace(page: WindowPage): void {
    for (const name of this.scrollPlaces.keys())
      if (name.startsWith(`${page} `)) this.scrollPlaces.delete(name);
  }

  /** Shows the photos, because something else was asked for; the keyboard stays with that. */
  leave(): void {
    this.current = null;
    this.#before = null;
  }

  /** Shows the photos and gives the keyboard back to what had it; false where that is gone. */
  async close(): Promise<boolean> {
    const before = this.#before;
    this.leave();
    await tick();
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
      // The photos stay where they were.
      before.focus({ preventScroll: true });
    }
    return document.activeElement !== document.body;
  }
}
