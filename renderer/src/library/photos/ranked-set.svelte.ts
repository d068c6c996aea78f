import { toAspectByte, UNKNOWN_ASPECT } from "../../../../electron/contract/aspect.ts";
import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import type { SimilarPhoto } from "../../../../electron/contract/similar.ts";
import type { Follower, PhotoSet, Section } from "./photo-set.ts";

/** The results of Find similar: all there, most similar first. */
export class RankedSet implements PhotoSet {
  #ranked = $state.raw<readonly SimilarPhoto[]>([]);
  readonly #followers = new Set<Follower>();

  readonly total = $derived(this.#ranked.length);
  readonly aspects = $derived(Uint8Array.from(this.#ranked, ({ photo }) => aspectOf(photo)));
  readonly sections: readonly Section[] = $derived(
    this.total > 0 ? [{ key: "", start: 0, count: this.total, hasHeader: false }] : [],
  );

  photoAt(index: number): Photo | undefined {
    return this.#ranked[index]?.photo;
  }

  similarityAt(index: number): number | undefined {
    return this.#ranked[index]?.similarity;
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

  /** Another query's results; they begin at the top. */
  replace(ranked: readonly SimilarPhoto[]): void {
    this.#ranked = ranked;
    for (const follower of this.#followers) follower.moved(undefined);
  }

  /** The same query's newer answer; what is selected stays selected. */
  update(ranked: readonly SimilarPhoto[]): void {
    const move = {
      before: placesOf(this.#ranked),
      after: placesOf(ranked),
      totalBefore: this.total,
    };
    this.#ranked = ranked;
    for (const follower of this.#followers) follower.moved(move);
  }

  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    this.#ranked = this.#ranked.map((result) =>
      ids.has(result.photo.id) ? { ...result, photo: edit(result.photo) } : result,
    );
  }
}

function aspectOf({ widthPx, heightPx }: Photo): number {
  return widthPx === null || heightPx === null ? UNKNOWN_ASPECT : toAspectByte(widthPx, heightPx);
}

function placesOf(ranked: readonly SimilarPhoto[]): ReadonlyMap<PhotoId, number> {
  return new Map(ranked.map(({ photo }, place) => [photo.id, place]));
}
