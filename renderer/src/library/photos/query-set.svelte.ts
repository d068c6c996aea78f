import { MOST_AT_ONCE } from "../../../../electron/contract/limits.ts";
import type { Client } from "../../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../../electron/contract/photo.ts";
import { MAX_PAGE } from "../../../../electron/contract/page-size.ts";
import type { Segments } from "../../../../electron/contract/query.ts";
import { Throttle } from "../throttle.ts";
import { toChunks } from "./chunks.ts";
import { locate } from "./locate.ts";
import { requestOrder, type GridOrder } from "./photo-order.ts";
import { PhotoPages } from "./photo-pages.svelte.ts";
import type { Follower, Move, PhotoSet, Section, SetPlace } from "./photo-set.ts";
import { ViewPlaces } from "./view-places.ts";

/** While many photos arrive, the grid is laid out anew at most twice a second. */
const REFRESH_MS = 500;
/** While the slider is dragged, its places are remembered this often. */
const KEEP_MS = 500;

interface Snapshot {
  readonly query: string;
  readonly order: GridOrder;
  readonly total: number;
  readonly sections: readonly Section[];
  readonly aspects: Uint8Array;
  /** Undefined before the first answer. */
  readonly pages: PhotoPages | undefined;
  /** Where it begins; undefined at its top. */
  readonly start?: SetPlace | undefined;
  /** Tells whether an answer changes the geometry without comparing every photo. */
  readonly shape: string;
}

type Answer = Snapshot & { readonly pages: PhotoPages };

/** The photos of one query as the engine has them, kept up to date while it is shown. */
export class QuerySet implements PhotoSet {
  readonly #client: Client<"renderer">;
  readonly #orderFor: (query: string) => GridOrder;
  readonly #places: ViewPlaces;
  readonly #followers = new Set<Follower>();
  readonly #throttle = new Throttle(REFRESH_MS, () => this.#refresh());
  readonly #keeping = new Throttle(KEEP_MS, () => this.#keepNow());
  #current = $state.raw<Snapshot>(emptySnapshot);
  #asked = 0;
  #needed = { start: 0, end: 0 };
  /** What was hurried last, so that a still screen asks once. */
  #hurried = "";

  isLoaded = $state(false);
  /** While a menu or a dialog is open, photos under it stay where they are. */
  isHeld = false;

  /** `orderFor`: in which order a query is shown, asked whenever it is. */
  constructor(client: Client<"renderer">, orderFor: (query: string) => GridOrder) {
    this.#client = client;
    this.#orderFor = orderFor;
    this.#places = new ViewPlaces(client);
  }

  get query(): string {
    return this.#current.query;
  }
  /** The order of what is shown. */
  get order(): GridOrder {
    return this.#current.order;
  }
  get total(): number {
    return this.#current.total;
  }
  get start(): SetPlace | undefined {
    return this.#current.start;
  }
  get sections(): readonly Section[] {
    return this.#current.sections;
  }
  get aspects(): Uint8Array {
    return this.#current.aspects;
  }

  photoAt(index: number): Photo | undefined {
    return this.#current.pages?.photoAt(index);
  }

  need(start: number, end: number): void {
    this.#needed = { start, end };
    this.#current.pages?.need(start, end);
  }

  hurry(start: number, end: number): void {
    const ids: PhotoId[] = [];
    for (let index = start; index < end && ids.length < MAX_PAGE; index++) {
      const photo = this.photoAt(index);
      if (photo?.state === "seen" && !photo.isMissing) ids.push(photo.id);
    }
    const hurried = ids.join();
    if (ids.length === 0 || hurried === this.#hurried) return;
    this.#hurried = hurried;
    this.#client.request("photo.hurry", { ids }).catch(() => {
      // Only the order of work depends on it.
    });
  }

  async readIds(start: number, end: number): Promise<readonly PhotoId[]> {
    const shown = this.#current;
    const ids: PhotoId[] = [];
    for (let offset = start; offset < end; offset += MOST_AT_ONCE) {
      const part = await this.#idsOf(shown, offset, Math.min(MOST_AT_ONCE, end - offset));
      for (const id of part) ids.push(id);
    }
    return ids;
  }

  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  loaded(): Iterable<Photo> {
    return this.#current.pages?.loaded() ?? [];
  }

  patch(ids: ReadonlySet<PhotoId>, edit: (photo: Photo) => Photo): void {
    this.#current.pages?.patch(ids, edit);
  }

  keepPlace(): void {
    this.#keeping.run();
  }

  /**
   * Shows another query, from where it was left last. What is shown stays until the answer is there; older answers are
   * dropped.
   */
  async show(query: string, { isFromTop = false } = {}): Promise<boolean> {
    const asked = ++this.#asked;
    const next = await this.#ask(query, this.#orderFor(query));
    if (asked !== this.#asked) return false;
    await this.#keepNow();
    const start = isFromTop ? undefined : await this.#startOf(next);
    const first = Math.max(0, (start?.index ?? 0) - MAX_PAGE / 2);
    await next.pages.load(first, Math.min(next.total, first + MAX_PAGE));
    if (asked !== this.#asked) return false;
    this.#replace({ ...next, start }, undefined);
    return true;
  }

  /** Shows the same query in the order that it has now. Photos that somebody holds keep their place on the screen. */
  async reorder(): Promise<void> {
    const { query } = this;
    const held = this.isLoaded ? this.#held() : undefined;
    if (!held) {
      await this.show(query);
      return;
    }
    const asked = ++this.#asked;
    const next = await this.#ask(query, this.#orderFor(query));
    if (asked !== this.#asked) return;
    const after = await this.#placesIn(next, held);
    await this.#loadAround(next, firstShift(held, after));
    if (asked !== this.#asked) return;
    // Something else was selected meanwhile: that has to keep its place, too.
    if (!this.#isStillHeld(held)) return this.reorder();
    this.#replace(next, { before: held, after, totalBefore: this.total });
  }

  async #keepNow(): Promise<void> {
    for (const follower of this.#followers) {
      if (follower.place) await this.#keep(follower.place());
    }
  }

  async #keep(place: SetPlace | undefined): Promise<void> {
    const { query } = this.#current;
    if (!place) {
      this.#places.keep(query, undefined);
      return;
    }
    const known = this.photoAt(place.index)?.id;
    const [photo] =
      known === undefined
        ? await this.readIds(place.index, place.index + 1).catch(() => [])
        : [known];
    if (photo !== undefined) this.#places.keep(query, { photo, ...place });
  }

  /** The photo may have moved since. Where it is gone, what stands in its place is as good. */
  async #startOf(next: Answer): Promise<SetPlace | undefined> {
    const place = await this.#places.recall(next.query);
    if (!place || next.total === 0) return undefined;
    const before = new Map([[place.photo, place.index]]);
    const found = await locate(before, next.total, (offset, limit) =>
      this.#idsOf(next, offset, limit),
    );
    const index = found.get(place.photo) ?? Math.min(place.index, next.total - 1);
    return { index, offsetPx: place.offsetPx };
  }

  /** Something in the library changed. */
  refreshSoon(): void {
    this.#throttle.run();
  }

  async #refresh(): Promise<void> {
    if (this.#mustWait()) return;
    const asked = this.#asked;
    const shown = this.#current;
    const held = this.#held();
    if (!held) return;
    const next = await this.#ask(this.query, this.order);
    if (this.#isOvertaken(asked, shown)) return;
    const isSame = next.shape === this.#current.shape && !mayMoveUnseen(next);
    if (isSame) return this.#current.pages?.markStale();
    const after = await this.#placesIn(next, held);
    await this.#loadAround(next, firstShift(held, after));
    if (this.#isOvertaken(asked, shown)) return;
    if (this.isHeld || !this.#isStillHeld(held) || !agree(next, after)) {
      this.refreshSoon();
      return;
    }
    const totalBefore = this.total;
    this.#replace(next, { before: held, after, totalBefore });
  }

  /** A query that was asked for before the refresh and answered during it: that answer may be of before the change. */
  #isOvertaken(asked: number, shown: Snapshot): boolean {
    if (asked !== this.#asked) return true;
    if (shown === this.#current) return false;
    this.refreshSoon();
    return true;
  }

  /** What is put off here is asked for again when the menu or the dialog closes. */
  #mustWait(): boolean {
    return this.isHeld || !this.isLoaded;
  }

  #loadAround({ pages, total }: Answer, shift: number): Promise<void> {
    const start = clamp(this.#needed.start + shift, total);
    return pages.load(start, clamp(this.#needed.end + shift, total));
  }

  /** False when the user selected something else while the answer was on its way. */
  #isStillHeld(held: ReadonlyMap<PhotoId, number>): boolean {
    const now = this.#held();
    return now !== undefined && [...now.keys()].every((id) => held.has(id));
  }

  async #ask(query: string, order: GridOrder): Promise<Answer> {
    const answer = await this.#client.request("photo.segments", {
      query,
      ...requestOrder(order),
    });
    const pages = new PhotoPages(this.#client, query, toChunks(answer.segments));
    return { query, order, total: answer.total, ...unpack(answer), pages };
  }

  #idsOf({ query, order }: Snapshot, offset: number, limit: number): Promise<readonly PhotoId[]> {
    return this.#client.request("photo.ids", { query, ...requestOrder(order), offset, limit });
  }

  #placesIn(
    next: Answer,
    held: ReadonlyMap<PhotoId, number>,
  ): Promise<ReadonlyMap<PhotoId, number>> {
    return locate(held, next.total, (offset, limit) => this.#idsOf(next, offset, limit));
  }

  #held(): ReadonlyMap<PhotoId, number> | undefined {
    const held = new Map<PhotoId, number>();
    for (const follower of this.#followers) {
      const own = follower.held();
      if (!own) return undefined;
      for (const [id, place] of own) held.set(id, place);
    }
    return held;
  }

  #replace(next: Snapshot, move: Move | undefined): void {
    this.#current = next;
    this.isLoaded = true;
    for (const follower of this.#followers) follower.moved(move);
  }
}

const emptySnapshot: Snapshot = {
  query: "",
  order: { sort: "taken", isReversed: false, groupBy: "month" },
  total: 0,
  sections: [],
  aspects: new Uint8Array(),
  pages: undefined,
  shape: "",
};

function unpack({ total, segments }: Segments): Pick<Snapshot, "sections" | "aspects" | "shape"> {
  const aspects = new Uint8Array(total);
  const sections: Section[] = [];
  let start = 0;
  for (const { key, count, aspects: packed } of segments) {
    const bytes = atob(packed);
    for (let at = 0; at < count; at++) aspects[start + at] = bytes.charCodeAt(at);
    // An album in its own order is one run without a title.
    sections.push({ key, start, count, hasHeader: key !== "" });
    start += count;
  }
  const shape = segments
    .map(({ key, count, aspects: packed }) => `${key}:${count}:${packed}`)
    .join();
  return { sections, aspects, shape };
}

/** False where the order changed between the answers that say where photos are and which photos are there. */
function agree({ pages }: Answer, places: ReadonlyMap<PhotoId, number>): boolean {
  return [...places].every(([id, place]) => (pages.photoAt(place)?.id ?? id) === id);
}

/**
 * Photos change their places without a change of the geometry, where they have the same proportions: in an album, and by
 * names and stars, which are edited.
 */
function mayMoveUnseen({ sections, order }: Snapshot): boolean {
  const isByTime = order.sort === "taken" || order.sort === "added";
  return !isByTime || sections.some(({ hasHeader }) => !hasHeader);
}

/** How far the first held photo moved, a good guess for its neighbours. */
function firstShift(
  before: ReadonlyMap<PhotoId, number>,
  after: ReadonlyMap<PhotoId, number>,
): number {
  for (const [id, place] of before) {
    const now = after.get(id);
    if (now !== undefined) return now - place;
  }
  return 0;
}

function clamp(place: number, total: number): number {
  return Math.min(total, Math.max(0, place));
}
