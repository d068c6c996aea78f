import type { Client } from "../../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import { chunkOf, chunksBetween, type Chunk } from "./chunks.ts";

/** More would only queue behind one another in the engine. */
const MOST_IN_FLIGHT = 3;
/** 20,000 photos: enough for going back and forth, bounded for a day of scrolling. */
const MOST_KEPT = 40;

/** The pages of one query that were read, and the reading of those that are needed. */
export class PhotoPages {
  readonly #client: Client<"renderer">;
  readonly #query: string;
  readonly #chunks: readonly Chunk[];
  /** By chunk number, least recently needed first. */
  readonly #kept = new Map<number, readonly Photo[]>();
  readonly #stale = new Set<number>();
  readonly #inFlight = new Set<number>();
  #needed: readonly number[] = [];
  #version = $state(0);

  constructor(client: Client<"renderer">, query: string, chunks: readonly Chunk[]) {
    this.#client = client;
    this.#query = query;
    this.#chunks = chunks;
  }

  photoAt(index: number): Photo | undefined {
    // Reading the version makes whoever draws the photo draw it again when its page arrives.
    this.#version;
    const number = chunkOf(this.#chunks, index);
    return this.#kept.get(number)?.[index - (this.#chunks[number]?.start ?? 0)];
  }

  need(start: number, end: number): void {
    this.#needed = chunksBetween(this.#chunks, start, end);
    for (const number of this.#needed) this.#touch(number);
    this.#read();
  }

  /** Reads the pages of a stretch and waits for them. */
  async load(start: number, end: number): Promise<void> {
    const missing = chunksBetween(this.#chunks, start, end).filter(
      (number) => !this.#kept.has(number),
    );
    await Promise.all(missing.map((number) => this.#readChunk(number)));
  }

  /** Keeps what is shown until it was read again. */
  markStale(): void {
    for (const number of this.#kept.keys()) this.#stale.add(number);
    this.#read();
  }

  /** Shows an edit at once, before the engine reports it. */
  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    for (const [number, photos] of this.#kept) {
      if (!photos.some((photo) => ids.has(photo.id))) continue;
      this.#kept.set(
        number,
        photos.map((photo) => (ids.has(photo.id) ? edit(photo) : photo)),
      );
    }
    this.#version++;
  }

  /** Photos that were read, in no order. */
  *loaded(): Generator<Photo> {
    this.#version;
    for (const photos of this.#kept.values()) yield* photos;
  }

  #read(): void {
    for (const number of this.#needed) {
      if (this.#inFlight.size >= MOST_IN_FLIGHT) return;
      const isCurrent = this.#kept.has(number) && !this.#stale.has(number);
      if (isCurrent || this.#inFlight.has(number)) continue;
      // A failure is told by the connection's notice; the page is read when it is needed again.
      this.#readChunk(number).then(
        () => this.#read(),
        () => {},
      );
    }
  }

  async #readChunk(number: number): Promise<void> {
    const { cursor, count } = this.#chunks[number]!;
    this.#inFlight.add(number);
    this.#stale.delete(number);
    try {
      const page = await this.#client.request("photo.page", {
        query: this.#query,
        cursor,
        limit: count,
      });
      this.#kept.delete(number);
      this.#kept.set(number, page.photos);
      this.#forgetOldest();
      this.#version++;
    } finally {
      this.#inFlight.delete(number);
    }
  }

  #touch(number: number): void {
    const photos = this.#kept.get(number);
    if (!photos) return;
    this.#kept.delete(number);
    this.#kept.set(number, photos);
  }

  #forgetOldest(): void {
    for (const number of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return;
      if (!this.#needed.includes(number)) this.#kept.delete(number);
    }
  }
}
