import type { Client } from "../../../../electron/contract/client.ts";
import type { ViewPlace } from "../../../../electron/contract/view-place.ts";

/** Where the window was in each query; the library keeps it from one start to the next. */
export class ViewPlaces {
  readonly #client: Client<"renderer">;
  readonly #places = new Map<string, ViewPlace>();
  #reading: Promise<void> | undefined;

  constructor(client: Client<"renderer">) {
    this.#client = client;
  }

  /** Undefined where a query begins at its top. */
  async recall(query: string): Promise<ViewPlace | undefined> {
    await (this.#reading ??= this.#read());
    return this.#places.get(query);
  }

  keep(query: string, place: ViewPlace | undefined): void {
    if (isSame(this.#places.get(query), place)) return;
    if (place) this.#places.set(query, place);
    else this.#places.delete(query);
    this.#client.request("view.keepPlace", { query, place: place ?? null }).catch(() => {
      // This window remembers it; the next one begins at the top.
    });
  }

  async #read(): Promise<void> {
    const places = await this.#client.request("view.places", {}).catch(() => {
      // Without the memory every view begins at its top.
      return [];
    });
    for (const { query, ...place } of places) {
      // What this window has kept meanwhile is newer.
      if (!this.#places.has(query)) this.#places.set(query, place);
    }
  }
}

function isSame(a: ViewPlace | undefined, b: ViewPlace | undefined): boolean {
  return a?.photo === b?.photo && a?.index === b?.index && a?.offsetPx === b?.offsetPx;
}
