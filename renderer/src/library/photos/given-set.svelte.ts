import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import type { Follower, PhotoSet, Section } from "./photo-set.ts";
import { aspectOf, placesOf } from "./ranked-set.svelte.ts";

/** A few photos that somebody has at hand, in their order. */
export class GivenSet implements PhotoSet {
  #photos = $state.raw<readonly Photo[]>([]);
  readonly #followers = new Set<Follower>();

  readonly total = $derived(this.#photos.length);
  readonly aspects = $derived(Uint8Array.from(this.#photos, aspectOf));
  readonly sections: readonly Section[] = $derived([
    { key: "", start: 0, count: this.total, hasHeader: false },
  ]);

  photoAt(index: number): Photo | undefined {
    return this.#photos[index];
  }

  /** Everything is there. */
  need(): void {}

  /** They were read long ago. */
  hurry(): void {}

  readIds(start: number, end: number): Promise<readonly PhotoId[]> {
    return Promise.resolve(this.#photos.slice(start, end).map(({ id }) => id));
  }

  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Other photos. */
  replace(photos: readonly Photo[]): void {
    this.#photos = photos;
    for (const follower of this.#followers) follower.moved(undefined);
  }

  /** The same without some of them; what is selected of the others stays so. */
  remove(ids: ReadonlySet<PhotoId>): void {
    const left = this.#photos.filter(({ id }) => !ids.has(id));
    if (left.length === this.total) return;
    const before = placesOf(this.#photos);
    const move = { before, after: placesOf(left), totalBefore: this.total };
    this.#photos = left;
    for (const follower of this.#followers) follower.moved(move);
  }

  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    this.#photos = this.#photos.map((photo) => (ids.has(photo.id) ? edit(photo) : photo));
  }
}
