import type { Client } from "../../../electron/contract/client.ts";
import type { WrittenRows, WrittenXmp } from "../../../electron/contract/exchange.ts";
import { isPlainFileName } from "../../../electron/contract/file-name.ts";
import type { FileProblem } from "../../../electron/contract/originals.ts";

export const exportFormats = ["csv", "jsonl", "xmp"] as const;
export type TagsFormat = (typeof exportFormats)[number];

/** What is on the screen, as one of two things that can be exported. */
export interface ShownSearch {
  readonly query: string;
  readonly count: number;
}

/** Where to: a file that was opened, or a folder for XMP files; the name is for the user. */
export type ExportPlace =
  | { readonly file: string; readonly path: string }
  | { readonly target: string; readonly path: string };

type Part = WrittenRows | WrittenXmp;

/** What the user chose, and how far the export is. */
export class TagsExport {
  format = $state<TagsFormat>("csv");
  isSearchOnly = $state(false);
  /** Without its ending. */
  name = $state("");
  isRunning = $state(false);
  /** Photos. */
  done = $state(0);
  total = $state(0);
  /** XMP files. */
  written = $state(0);
  problems = $state.raw<readonly FileProblem[]>([]);
  readonly fileName = $derived.by(() => `${this.name.trim()}.${this.format}`);
  readonly hasName = $derived.by(() => this.name.trim() !== "" && isPlainFileName(this.fileName));

  readonly #client: Client<"renderer">;
  readonly #search: ShownSearch | undefined;
  #isStopped = false;

  constructor(client: Client<"renderer">, search: ShownSearch | undefined, today = new Date()) {
    this.#client = client;
    this.#search = search;
    this.isSearchOnly = search !== undefined;
    this.name = `semblance-tags-${isoDay(today)}`;
  }

  /** Writes part by part; false where it was stopped, and then no file is there. Rejects with what is in the way. */
  async run(place: ExportPlace): Promise<boolean> {
    this.isRunning = true;
    this.#isStopped = false;
    try {
      let after: string | null = null;
      do {
        after = this.#count(await this.#write(place, after));
        if (after !== null && this.#hasBeenStopped()) return false;
      } while (after !== null);
      return true;
    } finally {
      if ("file" in place) await this.#client.request("exchange.closeFile", { file: place.file });
      this.isRunning = false;
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  #write(place: ExportPlace, after: string | null): Promise<Part> {
    const asked = {
      ...(this.isSearchOnly && this.#search && { query: this.#search.query }),
      ...(after !== null && { after }),
    };
    return "file" in place
      ? this.#client.request("exchange.writeRows", { ...asked, file: place.file })
      : this.#client.request("exchange.writeXmp", { ...asked, target: place.target });
  }

  #count(part: Part): string | null {
    this.total = part.total ?? this.total;
    this.done += part.photos;
    if ("written" in part) {
      this.written += part.written;
      this.problems = [...this.problems, ...part.problems];
    }
    return part.next;
  }

  /** The user may have stopped it while a part was written. */
  #hasBeenStopped(): boolean {
    return this.#isStopped;
  }
}

/** "2026-11-21", of this computer's calendar. */
function isoDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${date.getFullYear()}-${month}-${day}`;
}
