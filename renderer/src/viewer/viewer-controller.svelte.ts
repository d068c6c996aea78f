import type { PhotoSet } from "../library/photos/photo-set.ts";
import type { Selection } from "../library/photos/selection.svelte.ts";
import { canBeShown } from "./original.ts";
import { PictureLayers } from "./picture-layers.svelte.ts";
import { FIT, type Zoom } from "./zoom/zoom.ts";
import type { ZoomView } from "./zoom/zoom-view.svelte.ts";

/** Walks through the photos of a set one by one, with the neighbours at hand. */
export class ViewerController {
  readonly set: PhotoSet;
  readonly selection: Selection;
  readonly picture: PictureLayers;
  /** Stays from photo to photo. */
  zoom = $state.raw<Zoom>(FIT);
  #direction: 1 | -1 = 1;

  readonly photo = $derived.by(() => this.set.photoAt(this.selection.focus));

  constructor(set: PhotoSet, selection: Selection) {
    this.set = set;
    this.selection = selection;
    this.picture = new PictureLayers({
      photo: () => this.photo,
      // The direction of travel before the way back.
      ahead: () =>
        [this.#direction, -this.#direction].flatMap(
          (step) => set.photoAt(selection.focus + step) ?? [],
        ),
      zoom: () => this.zoom,
      become: (zoom) => (this.zoom = zoom),
    });
    $effect(() => {
      const { focus } = selection;
      set.need(Math.max(0, focus - 50), Math.min(set.total, focus + 50));
    });
  }

  get view(): ZoomView {
    return this.picture.view;
  }
  get index(): number {
    return this.selection.focus;
  }
  get isFirst(): boolean {
    return this.selection.focus <= 0;
  }
  get isLast(): boolean {
    return this.selection.focus >= this.set.total - 1;
  }

  /** To a photo of the set, or as near to it as there is one. */
  go(index: number): void {
    const next = Math.max(0, Math.min(this.set.total - 1, index));
    if (next === this.selection.focus || this.set.total === 0) return;
    this.#direction = next < this.selection.focus ? -1 : 1;
    this.selection.apply(next, "only");
  }

  /** The next photo that can be shown, after the last one the first; videos have their own length and are left out. */
  goOn(): void {
    const { total } = this.set;
    for (let step = 1; step < total; step++) {
      const index = (this.index + step) % total;
      const photo = this.set.photoAt(index);
      if (photo && !canBeShown(photo)) continue;
      this.#direction = 1;
      this.selection.apply(index, "only");
      return;
    }
  }
}
