import type { Client } from "../../../electron/contract/client.ts";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type { PhotoChange } from "../../../electron/contract/events.ts";
import type { Photo } from "../../../electron/contract/photo.ts";
import { toShownError } from "../errors/show-error.ts";
import type { Notices } from "../library/notices.svelte.ts";
import { RankedSet } from "../library/photos/ranked-set.svelte.ts";
import { Selection } from "../library/photos/selection.svelte.ts";
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

/** Find similar: the chain of query photos and the results of the last one. */
export class SimilarController {
  readonly set = new RankedSet();
  readonly selection = new Selection(this.set);
  chain = $state.raw<readonly Photo[]>([]);
  status = $state<SimilarStatus>("looking");
  errorText = $state("");
  readonly query = $derived(this.chain.at(-1));

  readonly #client: Client<"renderer">;
  readonly #notices: Notices;
  readonly #throttle = new Throttle(REFRESH_MS, () => this.#update());
  #asked = 0;

  constructor(client: Client<"renderer">, notices: Notices) {
    this.#client = client;
    this.#notices = notices;
  }

  /** Resolves when there are results, or a reason why not. */
  open(photo: Photo): Promise<void> {
    this.chain = [...this.chain, photo];
    return this.#ask(photo);
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

  changed(changes: readonly PhotoChange[]): void {
    const { query } = this;
    if (!query) return;
    const isReady = changes.some(({ id, kind }) => id === query.id && kind === "indexed");
    if (this.status === "waiting" && isReady) void this.#ask(query);
    else if (this.status === "ready" && changes.some(({ id }) => this.set.has(id)))
      this.#throttle.run();
  }

  async #ask(photo: Photo): Promise<void> {
    const asked = ++this.#asked;
    this.status = "looking";
    try {
      const ranked = await this.#client.request("photo.similar", {
        id: photo.id,
        limit: MOST_RESULTS,
      });
      if (asked !== this.#asked) return;
      this.set.replace(ranked);
      this.status = "ready";
      this.#notices.announce(say("similar.announce", { name: photo.name, count: ranked.length }));
    } catch (error) {
      if (asked === this.#asked) await this.#failed(error, photo);
    }
  }

  async #failed(error: unknown, photo: Photo): Promise<void> {
    this.set.replace([]);
    if (
      error instanceof LibraryError &&
      error.code === "photo-not-indexed" &&
      photo.state !== "failed"
    ) {
      this.status = "waiting";
      await this.#client.request("photo.hurry", { ids: [photo.id] }).catch(() => undefined);
    } else {
      this.status = "failed";
      this.errorText = toShownError(error).text;
    }
  }

  /** Tags or files of the results changed; their order stays what the engine says. */
  async #update(): Promise<void> {
    const { query } = this;
    const asked = this.#asked;
    if (!query) return;
    const ranked = await this.#client.request("photo.similar", {
      id: query.id,
      limit: MOST_RESULTS,
    });
    if (asked === this.#asked) this.set.update(ranked);
  }
}
