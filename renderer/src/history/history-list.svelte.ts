import type { JournalEntry } from "../../../electron/contract/journal.ts";
import type { LibraryContext } from "../library/context.ts";
import { Throttle } from "../library/throttle.ts";
import { heardLanguage } from "../messages/retell.ts";

/** Whose entries are listed. */
export const owners = ["all", "user", "disk"] as const;
export type Owner = (typeof owners)[number];

/** As many as one request answers with. */
const MOST_AT_ONCE = 500;
const FIRST = 100;
const REFRESH_MS = 250;
/** A word is typed before the list follows. */
const TYPING_MS = 200;

/** The entries of the history that are read so far, and which of them are asked for. */
export class HistoryList {
  entries = $state.raw<readonly JournalEntry[]>([]);
  owner = $state<Owner>("all");
  text = $state("");
  isLoaded = $state(false);
  /** Pass as `before` to read on; null where all are read. */
  #next = $state<number | null>(null);
  #asked = 0;
  #isReading = false;
  readonly #context: Pick<LibraryContext, "client" | "notices">;
  readonly #refresh = new Throttle(REFRESH_MS, () => this.#read(this.entries.length));
  readonly #filter = new Throttle(TYPING_MS, () => this.#read(FIRST));

  constructor(context: Pick<LibraryContext, "client" | "notices">) {
    this.#context = context;
    $effect(() =>
      context.client.subscribe(({ name }) => {
        if (name === "history.changed") this.#refresh.run();
      }),
    );
  }

  async load(): Promise<void> {
    try {
      await this.#read(FIRST);
    } catch (error) {
      this.#context.notices.fail(error);
    }
  }

  choose(owner: Owner): void {
    this.owner = owner;
    void this.load();
  }

  look(text: string): void {
    this.text = text;
    this.#filter.run();
  }

  /** Whether there are entries below those that are read. */
  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Reads on below the last entry. */
  async more(): Promise<void> {
    const from = this.#next;
    if (from === null || this.#isReading) return;
    this.#isReading = true;
    const asked = this.#asked;
    try {
      const page = await this.#page(from, MOST_AT_ONCE);
      if (asked !== this.#asked || from !== this.#next) return;
      this.entries = [...this.entries, ...page.entries];
      this.#next = page.next;
    } catch {
      // Read again by the next move of the list; the connection's own notice tells when the engine is away.
    } finally {
      this.#isReading = false;
    }
  }

  /** Reads on until the entry is there, whatever was filtered; false where there is none. */
  async find(id: JournalEntry["id"]): Promise<boolean> {
    const isHere = (): boolean => this.entries.some((entry) => entry.id === id);
    if (!this.isLoaded || !isHere()) {
      this.owner = "all";
      this.text = "";
      await this.load();
    }
    while (!isHere() && this.#next !== null && this.#next > id) {
      const before = this.#next;
      await this.more();
      if (this.#next === before) break;
    }
    return isHere();
  }

  /** The newest entries, as many as asked for, in the place of what is listed. */
  async #read(count: number): Promise<void> {
    const asked = ++this.#asked;
    const entries: JournalEntry[] = [];
    let next: number | null = null;
    do {
      const page = await this.#page(next, Math.min(MOST_AT_ONCE, Math.max(FIRST, count)));
      if (asked !== this.#asked) return;
      entries.push(...page.entries);
      next = page.next;
    } while (next !== null && entries.length < count);
    this.entries = entries;
    this.#next = next;
    this.isLoaded = true;
  }

  #page(before: number | null, limit: number) {
    const text = this.text.trim();
    return this.#context.client.request("history.list", {
      limit,
      ...(before !== null && { before }),
      ...(this.owner !== "all" && { origin: this.owner }),
      ...(text !== "" && { text, language: heardLanguage() }),
    });
  }
}
