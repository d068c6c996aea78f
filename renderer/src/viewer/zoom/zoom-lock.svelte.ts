import { FIT, type Zoom } from "./zoom.ts";

/** The zooms of one or more panes. While they are locked, what one pane does, all do. */
export class ZoomLock {
  isLocked = $state(true);
  #shared = $state.raw<Zoom>(FIT);
  #own = $state.raw<ReadonlyMap<number, Zoom>>(new Map());

  /** `pane` is any number that stays with the pane. */
  of(pane: number): Zoom {
    return this.isLocked ? this.#shared : (this.#own.get(pane) ?? this.#shared);
  }

  set(pane: number, zoom: Zoom): void {
    if (this.isLocked) this.#shared = zoom;
    else this.#own = new Map(this.#own).set(pane, zoom);
  }

  /** All panes take the zoom of this one, and keep together from now on. */
  lock(pane: number): void {
    this.#shared = this.of(pane);
    this.isLocked = true;
  }

  /** Each pane goes on from where it is. */
  unlock(): void {
    this.#own = new Map();
    this.isLocked = false;
  }
}
