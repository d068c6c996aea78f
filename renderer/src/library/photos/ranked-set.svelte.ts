import { toAspectByte, UNKNOWN_ASPECT } from "../../../../electron/contract/aspect.ts";
import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import type { SimilarPhoto } from "../../../../electron/contract/similar.ts";
import { bandSections } from "./band-sections.ts";
import type { Follower, PhotoSet, Section, SetPlace } from "./photo-set.ts";

/** The results of Find similar: all there, most similar first, with a section for each band. */
export class RankedSet implements PhotoSet {
  #ranked = $state.raw<readonly SimilarPhoto[]>([]);
  start = $state.raw<SetPlace | undefined>();
  readonly #followers = new Set<Follower>();

  readonly total = $derived(this.#ranked.length);
  readonly aspects = $derived(Uint8Array.from(this.#ranked, ({ photo }) => aspectOf(photo)));
  readonly sections: readonly Section[] = $derived(
    bandSections(this.#ranked.map(({ band }) => band)),
  );

  photoAt(index: number): Photo | undefined {
    return this.#ranked[index]?.photo;
  }

  similarityAt(index: number): number | undefined {
    return this.#ranked[index]?.similarity;
  }

  /** Where whoever shows it stands; undefined at its top. */
  place(): SetPlace | undefined {
    for (const follower of this.#followers) if (follower.place) return follower.place();
    return undefined;
  }

  /** Everything is there. */
  need(): void {}

  /** What is similar was read long ago. */
  hurry(): void {}

  readIds(start: number, end: number): Promise<readonly PhotoId[]> {
    return Promise.resolve(this.#ranked.slice(start, end).map(({ photo }) => photo.id));
  }

  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  has(id: PhotoId): boolean {
    return this.#ranked.some(({ photo }) => photo.id === id);
  }

  /** Another query's results; they begin at the top without a place. */
  replace(ranked: readonly SimilarPhoto[], start?: SetPlace): void {
    this.#ranked = ranked;
    this.start = start;
    for (const follower of this.#followers) follower.moved(undefined);
  }

  /** The same query's newer answer; what is selected stays selected. */
  update(ranked: readonly SimilarPhoto[]): void {
    this.#move(ranked, false);
  }

  /** The answer to a refined query: the photos are ranked anew. */
  rerank(ranked: readonly SimilarPhoto[]): void {
    this.#move(ranked, true);
  }

  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    this.#ranked = this.#ranked.map((result) =>
      ids.has(result.photo.id) ? { ...result, photo: edit(result.photo) } : result,
    );
  }

  #move(ranked: readonly SimilarPhoto[], isRanking: boolean): void {
    const move = {
      isRanking,
      before: placesOf(this.#ranked.map(({ photo }) => photo)),
      after: placesOf(ranked.map(({ photo }) => photo)),
      totalBefore: this.total,
    };
    this.#ranked = ranked;
    this.start = undefined;
    for (const follower of this.#followers) follower.moved(move);
  }
}

export function aspectOf({ widthPx, heightPx }: Photo): number {
  return widthPx === null || heightPx === null ? UNKNOWN_ASPECT : toAspectByte(widthPx, heightPx);
}

export function placesOf(photos: readonly Photo[]): ReadonlyMap<PhotoId, number> {
  return new Map(photos.map(({ id }, place) => [id, place]));
}
