import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";

/** A titled run of photos in a set. */
export interface Section {
  /** `2023-05`, or "" where the photos have no date. */
  readonly key: string;
  readonly start: number;
  readonly count: number;
  readonly hasHeader: boolean;
}

/** How photos that somebody holds moved when the same query was answered anew. */
export interface Move {
  readonly before: ReadonlyMap<PhotoId, number>;
  /** Photos that left are absent. */
  readonly after: ReadonlyMap<PhotoId, number>;
  readonly totalBefore: number;
  /** The user asked for another ranking: what is new is no arrival. */
  readonly isRanking?: boolean;
}

/** Where a window stands in a set. */
export interface SetPlace {
  readonly index: number;
  /** From the top of the window to the top of the photo. */
  readonly offsetPx: number;
}

/** Something that holds on to photos while their places change. */
export interface Follower {
  /** Only of what shows the set: where it stands; undefined at the top. */
  place?(): SetPlace | undefined;
  /** The photos it holds and where they are now; undefined while it cannot name them. */
  held(): ReadonlyMap<PhotoId, number> | undefined;
  /** Called in the same moment as the places change; without a move the query is another one. */
  moved(move: Move | undefined): void;
}

/** Photos in an order: those of a query, or the ranked ones of Find similar. */
export interface PhotoSet {
  readonly total: number;
  /** Where whoever shows the set begins; absent at its top. */
  readonly start?: SetPlace | undefined;
  readonly sections: readonly Section[];
  /** One byte for each photo; see contract/aspect.ts. */
  readonly aspects: Uint8Array;
  /** Undefined until its page was read. */
  photoAt(index: number): Photo | undefined;
  /** The part of the set that is on the screen or near it, to be read first. */
  need(start: number, end: number): void;
  /** The part that is on the screen: its photos are read from the disk before all others. */
  hurry(start: number, end: number): void;
  /** Ids by place, of photos that were not read, too. */
  readIds(start: number, end: number): Promise<readonly PhotoId[]>;
  follow(follower: Follower): () => void;
  /** Remembers where the set is shown, for the next time. */
  keepPlace?(): void;
  /** How alike the photo is to the query; only in a ranked set. */
  similarityAt?(index: number): number | undefined;
}
