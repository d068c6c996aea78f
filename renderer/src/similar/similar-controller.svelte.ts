import type { Client } from "../../../electron/contract/client.ts";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type { PhotoChange } from "../../../electron/contract/events.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { SimilarPhoto } from "../../../electron/contract/similar.ts";
import { toShownError } from "../errors/show-error.ts";
import type { Notices } from "../library/notices.svelte.ts";
import { thumbnailOf } from "../library/media-url.ts";
import { RankedSet } from "../library/photos/ranked-set.svelte.ts";
import { Selection } from "../library/photos/selection.svelte.ts";
import type { SentPicture } from "../library/send-picture.ts";
import { Throttle } from "../library/throttle.ts";
import { say } from "../messages/say.ts";

/** More than anyone looks through, and one answer of the engine. */
export const MOST_RESULTS = 200;
const REFRESH_MS = 1_000;

export type SimilarStatus =
  /** The first answer to this query is on its way. */
  | "looking"
  /** The photo is indexed first; the answer follows by itself. */
  | "waiting"
  | "ready"
  | "failed";

/** What photos are compared with: a photo of the library, or a picture from outside. */
export interface QueryPicture {
  readonly of: { readonly photo: PhotoId } | { readonly picture: string };
  /** Unlike any other's. */
  readonly key: string;
  readonly name: string;
  readonly thumbnail: string | undefined;
  /** Of a photo: where it is on its walk. */
  readonly state: Photo["state"] | undefined;
}

/** Find similar: the chain of queries and the results of the last one. */
export class SimilarController {
  readonly set = new RankedSet();
  readonly selection = new Selection(this.set);
  chain = $state.raw<readonly QueryPicture[]>([]);
  status = $state<SimilarStatus>("looking");
  errorText = $state("");
  readonly query = $derived(this.chain.at(-1));

  readonly #client: Client<"renderer">;
  readonly #notices: Notices;
  readonly #throttle = new Throttle(REFRESH_MS, () => this.#update());
  /** What this window asks next ends what it asked before. */
  readonly #session = crypto.randomUUID();
  #asked = 0;
  #isHeld = false;

  constructor(client: Client<"renderer">, notices: Notices) {
    this.#client = client;
    this.#notices = notices;
  }

  /** Resolves when there are results, or a reason why not. */
  open(photo: Photo): Promise<void> {
    const { id, name, state } = photo;
    const thumbnail = thumbnailOf(photo);
    return this.#add({ of: { photo: id }, key: String(id), name, thumbnail, state });
  }

  openPicture({ picture, name, thumbnail }: SentPicture): Promise<void> {
    return this.#add({ of: { picture }, key: picture, name, thumbnail, state: undefined });
  }

  /** The query before this one; closes when there is none. */
  async back(): Promise<void> {
    this.chain = this.chain.slice(0, -1);
    if (this.query) await this.#ask(this.query);
  }

  close(): void {
    this.#asked++;
    this.chain = [];
  }

  /** While photos are judged, those below stay where they are. */
  hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    if (!isHeld && this.status === "ready" && this.query) this.#throttle.run();
  }

  changed(changes: readonly PhotoChange[]): void {
    const { query } = this;
    if (!query) return;
    const isReady = changes.some(({ id, kind }) => isOf(query, id) && kind === "indexed");
    if (this.status === "waiting" && isReady) void this.#ask(query);
    // A photo that is new may be alike; one that is shown may have another name or tag.
    else if (
      this.status === "ready" &&
      changes.some(({ id, kind }) => kind === "indexed" || this.set.has(id))
    )
      this.#throttle.run();
  }

  #add(query: QueryPicture): Promise<void> {
    this.chain = [...this.chain, query];
    return this.#ask(query);
  }

  async #ask(query: QueryPicture): Promise<void> {
    const asked = ++this.#asked;
    this.status = "looking";
    try {
      const ranked = await this.#search(query, { edited: false });
      if (asked !== this.#asked) return;
      this.set.replace(ranked);
      this.status = "ready";
      this.#notices.announce(say("similar.announce", { name: query.name, count: ranked.length }));
      // There is an answer to look at; where the closer look fails, it stays.
      this.#update().catch(() => undefined);
    } catch (error) {
      if (asked === this.#asked) await this.#failed(error, query);
    }
  }

  async #failed(error: unknown, { of, state }: QueryPicture): Promise<void> {
    this.set.replace([]);
    if (
      error instanceof LibraryError &&
      error.code === "photo-not-indexed" &&
      "photo" in of &&
      state !== "failed"
    ) {
      this.status = "waiting";
      await this.#client.request("photo.hurry", { ids: [of.photo] }).catch(() => undefined);
    } else {
      this.status = "failed";
      this.errorText = toShownError(error).text;
    }
  }

  /** With edited copies, and with tags and files as they are now; the order is what the engine says. */
  async #update(): Promise<void> {
    const { query } = this;
    const asked = this.#asked;
    if (!query || this.#mustWait()) return;
    const ranked = await this.#search(query, { edited: true }).catch((error: unknown) => {
      // Another query took this one's place, whose answer is on its way.
      if (asked !== this.#asked) return undefined;
      throw error;
    });
    if (ranked && asked === this.#asked && !this.#mustWait()) this.set.update(ranked);
  }

  /** What is put off here is asked for when it is no longer held. */
  #mustWait(): boolean {
    return this.#isHeld;
  }

  async #search(
    { of }: QueryPicture,
    { edited }: { readonly edited: boolean },
  ): Promise<readonly SimilarPhoto[]> {
    const page = await this.#client.request("similar.search", {
      examples: [{ of }],
      edited,
      limit: MOST_RESULTS,
      session: this.#session,
    });
    return page.photos;
  }
}

function isOf({ of }: QueryPicture, id: PhotoId): boolean {
  return "photo" in of && of.photo === id;
}
