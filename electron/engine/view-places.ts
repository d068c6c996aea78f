import { readFile } from "node:fs/promises";
import { QueryPlaces, type QueryPlace, type ViewPlace } from "../contract/view-place.ts";
import { inBackground } from "./support/in-background.ts";
import { replaceFile } from "./support/replace-file.ts";
import { Serial } from "./support/serial.ts";
import { Throttle } from "./support/throttle.ts";

/** More views than anybody goes back to; the file stays below 100 KB. */
const MOST_PLACES = 200;
const WRITE_MS = 1_000;

/**
 * Where the window was in each query, in a file of its own: a row of the catalog would make every kept count of a search
 * be counted again. Losing it costs nothing but a scroll.
 */
export class ViewPlaces implements AsyncDisposable {
  readonly #path: string;
  readonly #writing = new Serial();
  readonly #throttle = new Throttle(WRITE_MS, () =>
    inBackground("write down where the window was", this.#write()),
  );
  /** By query, the latest last. */
  #places: Promise<Map<string, QueryPlace>> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async list(): Promise<QueryPlace[]> {
    return [...(await this.#known()).values()];
  }

  /** Null forgets the query. */
  async keep(query: string, place: ViewPlace | null): Promise<void> {
    const known = await this.#known();
    if (place === null && !known.has(query)) return;
    known.delete(query);
    if (place !== null) known.set(query, { query, ...place });
    for (const oldest of known.keys()) {
      if (known.size <= MOST_PLACES) break;
      known.delete(oldest);
    }
    this.#throttle.request();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#throttle.flush();
    await this.#writing.settled();
  }

  #known(): Promise<Map<string, QueryPlace>> {
    return (this.#places ??= readPlaces(this.#path));
  }

  #write(): Promise<void> {
    return this.#writing.run(async () =>
      replaceFile(this.#path, JSON.stringify(await this.list())),
    );
  }
}

async function readPlaces(path: string): Promise<Map<string, QueryPlace>> {
  try {
    const places = QueryPlaces.parse(JSON.parse(await readFile(path, "utf8")));
    return new Map(places.map((place) => [place.query, place]));
  } catch {
    // Not there yet, or of no use: the views begin at their tops.
    return new Map();
  }
}
