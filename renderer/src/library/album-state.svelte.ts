import type { Album, AlbumId } from "../../../electron/contract/album.ts";
import type { Client } from "../../../electron/contract/client.ts";
import { albumQuery } from "./query-text.ts";
import { Throttle } from "./throttle.ts";

/** Counts follow what is indexed and edited, but nobody reads them more often. */
const REFRESH_MS = 1000;
/** More would be a list to read and not a menu. */
const MOST_RECENT = 8;
const KEY = "semblance.albums";

/** What the window remembers on this computer. */
interface Habits {
  readonly target?: number;
  /** The one that was used last first. */
  readonly recent?: readonly number[];
}

/** All albums, the one that B adds to, and those that were used last. */
export class AlbumState {
  list = $state.raw<readonly Album[]>([]);
  #habits = $state.raw<Habits>(loadHabits());

  readonly handMade = $derived(this.list.filter(({ kind }) => kind === "hand"));
  /** Those that a search can name. */
  readonly searchable = $derived(this.list.filter(({ similar }) => similar === null));
  readonly target = $derived(this.handMade.find(({ id }) => id === this.#habits.target));
  readonly recent = $derived.by(() => {
    const last = this.#habits.recent ?? [];
    const rank = (id: AlbumId): number => (last.includes(id) ? last.indexOf(id) : last.length);
    return this.handMade.toSorted((a, b) => rank(a.id) - rank(b.id)).slice(0, MOST_RECENT);
  });

  readonly #client: Client<"renderer">;
  readonly #throttle = new Throttle(REFRESH_MS, () => this.refresh());

  constructor(client: Client<"renderer">) {
    this.#client = client;
    client.subscribe(({ name }) => {
      if (name === "album.changed" || name === "photo.changed") this.#throttle.run();
    });
  }

  /** A failure leaves what is shown as it is. */
  async refresh(): Promise<void> {
    this.list = await this.#client.request("album.list", {});
  }

  refreshSoon(): void {
    this.#throttle.run();
  }

  /** The album made by hand that a query shows, in its own order; undefined for any other query. */
  shownBy(query: string): Album | undefined {
    return this.handMade.find(({ name }) => albumQuery(name) === query);
  }

  setTarget(id: AlbumId): void {
    this.#remember({ ...this.#habits, target: id });
  }

  used(id: AlbumId): void {
    const others = (this.#habits.recent ?? []).filter((other) => other !== id);
    this.#remember({ ...this.#habits, recent: [id, ...others].slice(0, MOST_RECENT) });
  }

  #remember(habits: Habits): void {
    this.#habits = habits;
    try {
      localStorage.setItem(KEY, JSON.stringify(habits));
    } catch {
      // Storage is full or switched off; the window works without it.
    }
  }
}

function loadHabits(): Habits {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    // Unreadable habits are worth no more than none.
    return {};
  }
}
