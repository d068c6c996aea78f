import { setTimeout as delay } from "node:timers/promises";
import type { AlbumCover, AlbumId } from "../../contract/album.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { Told } from "../../contract/told.ts";
import type { Database } from "../catalog/database.ts";
import type { PhotoSearch } from "../search/run-query.ts";
import { inBackground } from "../support/in-background.ts";
import { listAlbums } from "./albums.ts";

/** What a smart album's search finds. */
export interface SmartContents {
  readonly count: number | null;
  readonly cover: AlbumCover | null;
  /** Why it cannot be searched, in a sentence. */
  readonly problem: string | null;
  readonly problemTold?: Told | undefined;
}

/** Between two albums the engine answers others for this many times as long as the first took, unless somebody waits. */
const SHARE_FOR_OTHERS = 9;

/** A photo with a thumbnail is looked for among the first few. */
const COVER_AMONG = 5;

/**
 * Counts smart albums one after another in the background, once for each state of the catalog in which somebody asks for
 * them: a wide search of a large library takes a quarter of a second, and there may be dozens.
 */
export class SmartAlbums implements Disposable {
  readonly #rooms: { readonly db: Database; readonly search: PhotoSearch };
  readonly #onChange: () => void;
  #contents = new Map<AlbumId, SmartContents>();
  #version = "";
  #counting: Promise<void> | undefined;
  #waiting = 0;
  #isStopped = false;

  /** `onChange`: something else was found than before. */
  constructor(
    rooms: { readonly db: Database; readonly search: PhotoSearch },
    onChange: () => void,
  ) {
    this.#rooms = rooms;
    this.#onChange = onChange;
  }

  /** As it was when it was last counted; undefined before that. Asking begins to count what may be out of date. */
  get(id: AlbumId): SmartContents | undefined {
    if (!this.#isCurrent) inBackground("count smart albums", this.#begin());
    return this.#contents.get(id);
  }

  /** Resolves when every album is counted as it was at this moment or later. */
  async settled(): Promise<void> {
    this.#waiting += 1;
    try {
      await this.#counting;
      if (!this.#isCurrent) await this.#begin();
    } finally {
      this.#waiting -= 1;
    }
  }

  [Symbol.dispose](): void {
    this.#isStopped = true;
  }

  get #isCurrent(): boolean {
    return this.#version === this.#rooms.search.version;
  }

  #begin(): Promise<void> {
    this.#counting ??= this.#count().finally(() => (this.#counting = undefined));
    return this.#counting;
  }

  async #count(): Promise<void> {
    const { db, search } = this.#rooms;
    const version = search.version;
    const found = new Map<AlbumId, SmartContents>();
    for (const { id, query, isSimilar } of listAlbums(db)) {
      // Whoever opens what is similar asks the model; nobody waits for its number.
      if (query === null || isSimilar) continue;
      const startMs = performance.now();
      found.set(id, this.#read(id));
      const share = this.#waiting > 0 ? 0 : SHARE_FOR_OTHERS;
      await delay((performance.now() - startMs) * share);
      if (this.#isStopped) return;
    }
    const isNew = JSON.stringify([...found]) !== JSON.stringify([...this.#contents]);
    this.#contents = found;
    this.#version = version;
    if (isNew) this.#onChange();
  }

  #read(id: AlbumId): SmartContents {
    const { search } = this.#rooms;
    try {
      const { total, photos } = search.page({ query: `album:#${id}`, limit: COVER_AMONG });
      const shown = photos.find((photo) => photo.fingerprint !== null && photo.widthPx !== null);
      const cover = shown
        ? { id: shown.id, fingerprint: shown.fingerprint!, turn: shown.turn }
        : null;
      return { count: total, cover, problem: null };
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      return {
        count: null,
        cover: null,
        problem: error.message,
        problemTold: error.told,
      };
    }
  }
}
