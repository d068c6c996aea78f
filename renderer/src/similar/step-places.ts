import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { SimilarPhoto } from "../../../electron/contract/similar.ts";
import type { RankedSet } from "../library/photos/ranked-set.svelte.ts";
import type { Selection } from "../library/photos/selection.svelte.ts";

interface StepPlace {
  /** At the top of the window, and how far below its edge; undefined at the top of the list. */
  readonly top: { readonly photo: PhotoId; readonly offsetPx: number } | undefined;
  readonly focused: PhotoId | undefined;
}

/** Where each question of the chain was left, by its key: photos, because their places change. */
export class StepPlaces {
  readonly #set: RankedSet;
  readonly #selection: Selection;
  readonly #places = new Map<number, StepPlace>();

  constructor(set: RankedSet, selection: Selection) {
    this.#set = set;
    this.#selection = selection;
  }

  keep(key: number): void {
    const place = this.#set.place();
    const photo = place && this.#set.photoAt(place.index)?.id;
    this.#places.set(key, {
      top: place && photo !== undefined ? { photo, offsetPx: place.offsetPx } : undefined,
      focused: this.#selection.focusedPhoto?.id,
    });
  }

  /** Shows the results of a question where they were left, else at their top. */
  replace(key: number, ranked: readonly SimilarPhoto[]): void {
    const left = this.#places.get(key);
    const placeOf = (id: PhotoId | undefined): number =>
      ranked.findIndex(({ photo }) => photo.id === id);
    const index = placeOf(left?.top?.photo);
    this.#set.replace(ranked, index < 0 ? undefined : { index, offsetPx: left!.top!.offsetPx });
    const focused = placeOf(left?.focused);
    if (focused >= 0) this.#selection.apply(focused, "focus");
  }
}
