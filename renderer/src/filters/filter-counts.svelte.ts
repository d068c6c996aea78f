import type { Client } from "../../../electron/contract/client.ts";
import type { PhotoFacets } from "../../../electron/contract/photo-facets.ts";
import type { Filter } from "./filter-terms.ts";

/** A search is being built as long as its parts come quicker than this. */
const SETTLE_MS = 200;
/** What is there sooner needs nothing in its place. */
const SLOW_MS = 150;

/** The switches that {@link PhotoFacets} does not count. */
export const askedSwitches = ["untagged", "failed", "missing"] as const;
type AskedSwitch = (typeof askedSwitches)[number];

/** What is to be counted, as queries. */
export interface CountQuestions {
  /** The whole search. */
  readonly all: string;
  /** For each filter that is set, the search without it: what the other values of it would find. */
  readonly without: readonly { readonly filter: Filter; readonly query: string }[];
  /** The search with each of the switches on. */
  readonly switched: Readonly<Record<AskedSwitch, string>>;
}

interface Counts {
  readonly all: PhotoFacets;
  readonly without: ReadonlyMap<Filter, PhotoFacets>;
  readonly switched: ReadonlyMap<AskedSwitch, number>;
}

/** How many photos each value of each filter would leave. The last answer stays until the next one is there. */
export class FilterCounts {
  readonly #client: Client<"renderer">;
  /** Two windows on one library do not end each other's questions. */
  readonly #session = `filters ${crypto.randomUUID()}`;
  #counts = $state.raw<Counts | undefined>();
  #asked = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;

  /** The first answer takes so long that something has to stand in its place. */
  isSlow = $state(false);

  constructor(client: Client<"renderer">) {
    this.#client = client;
  }

  get total(): number | undefined {
    return this.#counts?.all.total;
  }

  /** Counts for the values of a filter, as if it were not set; undefined before the first answer. */
  of(filter: Filter): PhotoFacets | undefined {
    return this.#counts?.without.get(filter) ?? this.#counts?.all;
  }

  switched(filter: AskedSwitch): number | undefined {
    return this.#counts?.switched.get(filter);
  }

  /** Counts once the search has settled. */
  look(questions: CountQuestions): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#count(questions), SETTLE_MS);
  }

  end(): void {
    this.#asked++;
    clearTimeout(this.#settling);
    clearTimeout(this.#slow);
  }

  async #count({ all, without, switched }: CountQuestions): Promise<void> {
    const asked = ++this.#asked;
    clearTimeout(this.#slow);
    if (!this.#counts) this.#slow = setTimeout(() => (this.isSlow = true), SLOW_MS);
    try {
      const [whole, parts, totals] = await Promise.all([
        this.#facets(all, "all"),
        Promise.all(
          without.map(
            async ({ filter, query }) => [filter, await this.#facets(query, filter)] as const,
          ),
        ),
        Promise.all(
          askedSwitches.map(async (name) => [name, await this.#total(switched[name])] as const),
        ),
      ]);
      if (asked !== this.#asked) return;
      this.#counts = { all: whole, without: new Map(parts), switched: new Map(totals) };
      clearTimeout(this.#slow);
      this.isSlow = false;
    } catch {
      // Superseded, or a search that is not finished: the search box says what is wrong with it.
    }
  }

  #facets(query: string, slot: string): Promise<PhotoFacets> {
    const session = `${this.#session} ${slot}`;
    return this.#client.request("photo.facets", { query, session });
  }

  async #total(query: string): Promise<number> {
    const { total } = await this.#client.request("photo.page", { query, limit: 1 });
    return total;
  }
}
