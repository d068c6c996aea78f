import { movedId } from "./tag-forest.ts";

const KEY = "semblance.tags.open";
/** What nobody opened for long is forgotten first. */
const MOST_KEPT = 1_000;

/** Which tags of the trees are open; remembered on this computer. Losing it costs a few clicks. */
export class OpenTags {
  ids = $state.raw<ReadonlySet<string>>(load());

  open(ids: readonly string[]): void {
    this.#become([...this.ids, ...ids]);
  }

  close(ids: readonly string[]): void {
    this.#become([...this.ids].filter((id) => !ids.includes(id)));
  }

  /** What was open below the old name is open below the new one, and below the old one if it comes back. */
  renamed(from: string, to: string): void {
    this.open([...this.ids].map((id) => movedId(id, from, to)));
  }

  #become(ids: readonly string[]): void {
    this.ids = new Set(ids.slice(-MOST_KEPT));
    try {
      localStorage.setItem(KEY, JSON.stringify([...this.ids]));
    } catch {
      // Storage is full or switched off; the trees work without it.
    }
  }
}

function load(): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set();
  }
}
