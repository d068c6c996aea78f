import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LibraryError } from "../../../contract/errors.ts";
import type { ExchangeRow, ImportPart, ImportProblem } from "../../../contract/exchange.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Database } from "../../catalog/database.ts";
import type { TextOptions } from "../../catalog/photo-text.ts";
import { ImportWork } from "./apply-import.ts";
import type { Told } from "../../../contract/told.ts";
import { inEnglish } from "../../../texts/in-english.ts";
import { tell } from "../../../texts/tell.ts";
import { ImportPlan } from "./import-plan.ts";
import type { ImportSource, SourcePlace, SourceRow } from "./import-source.ts";
import { PhotoMatcher, type FindPath } from "./match-photo.ts";

/** Rows of a part: few enough that its message is small whatever they say, and the engine answers others in between. */
const PART = 500;

type Part = Omit<ImportPart, "photos" | "isDone"> & { rows: number };

/** What an import changed by now; without an entry and a sentence, nothing. */
export interface Applied {
  readonly entry: number | undefined;
  readonly sentence: string | undefined;
  /** Photos. */
  readonly changed: number;
  readonly isDone: boolean;
}

export interface ApplyOptions {
  /** A part is on the disk; these photos changed. */
  readonly onPart?: (changed: readonly PhotoId[]) => void;
  /** After so many milliseconds, and one part at least, the rest is left to the next call. */
  readonly budgetMs?: number;
}

/** One import on its way: read to its end first, without a change, then applied. */
export class ImportSession implements AsyncDisposable {
  /** Of the source. */
  readonly kind: ImportSource["kind"];
  readonly name: string;
  readonly #db: Database;
  readonly #source: ImportSource;
  readonly #rows: AsyncIterator<SourceRow, undefined>;
  readonly #matcher: PhotoMatcher;
  readonly #plan: ImportPlan;
  #work: ImportWork | undefined;
  #isRead = false;
  #isInvalid = false;
  #isClosed = false;

  constructor(db: Database, source: ImportSource, findPath: FindPath) {
    this.#db = db;
    this.#source = source;
    this.kind = source.kind;
    this.name = path.basename(source.path);
    this.#rows = source.rows()[Symbol.asyncIterator]();
    this.#matcher = new PhotoMatcher(db, findPath);
    this.#plan = new ImportPlan(db);
  }

  async read(): Promise<ImportPart> {
    const part: Part = { rows: 0, changes: [], problems: [] };
    while (part.rows < PART && !this.#isRead) {
      const next = await this.#rows.next();
      if (next.done === true) {
        this.#isRead = true;
        break;
      }
      part.rows++;
      this.#take(next.value, part);
    }
    return { ...part, photos: this.#plan.photos.size, isDone: this.#isRead };
  }

  /**
   * Makes what was read the user's, as one entry of the journal; see [Note: Import in parts]. Rejects with `request-invalid` where
   * something is left to be read, or was wrong, or the import was closed, and with `undo-conflict` where it was undone meanwhile.
   */
  async apply(
    text: TextOptions,
    { onPart, budgetMs = Infinity }: ApplyOptions = {},
  ): Promise<Applied> {
    if (!this.#isRead || this.#isInvalid) {
      const what = this.#isInvalid ? "without mistakes" : "that was read to its end";
      const message = `Expected a source ${what} but got ${this.#source.path}; nothing was imported`;
      throw new LibraryError("request-invalid", message);
    }
    const work = (this.#work ??= new ImportWork(this.#db, this.#plan, { source: this.name, text }));
    const endMs = performance.now() + budgetMs;
    do {
      this.#assertOpen();
      const changed = work.step();
      if (!work.isDone) onPart?.(changed);
      await nextTurn();
    } while (!work.isDone && performance.now() < endMs);
    const { entry, changed, isDone } = work;
    return { entry, changed, isDone, sentence: this.#sentenceOf(entry) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    this.#matcher[Symbol.dispose]();
    await this.#rows.return?.();
  }

  #sentenceOf(entry: number | undefined): string | undefined {
    const row = this.#db.get<{ sentence: string }>(
      "SELECT sentence FROM journal_entry WHERE id = ?",
      [entry ?? 0],
    );
    return row?.sentence;
  }

  #assertOpen(): void {
    if (!this.#isClosed) return;
    const message = `Expected the import of ${this.#source.path} to be left open until its end; the same import does the rest`;
    throw new LibraryError("request-invalid", message);
  }

  #take(source: SourceRow, { changes, problems }: Part): void {
    const { place } = source;
    const add = (kind: ImportProblem["kind"], what: Told) =>
      problems.push(problemAt(place, kind, { told: what, message: inEnglish(what) }));
    if ("unreadable" in source) problems.push(problemAt(place, "unreadable", source.unreadable));
    else if ("expected" in source) {
      this.#isInvalid = true;
      add("invalid", source.expected);
    } else {
      const { row } = source;
      // An export has a row for every photo, also for those that it says nothing of.
      if (!saysSomething(row)) return;
      const match = this.#matcher.find(row);
      if ("expected" in match) {
        add("unmatched", match.expected);
        return;
      }
      try {
        const { change, contradictions } = this.#plan.add({ ...match, place }, row);
        if (change) changes.push(change);
        for (const { field, earlier } of contradictions)
          add(
            "contradiction",
            tell("import.contradiction", {
              field: tell(`value.${field === "colour" ? "colourLabel" : field}`),
              path: match.path,
              earlier,
            }),
          );
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        this.#isInvalid = true;
        problems.push(problemAt(place, "invalid", error));
      }
    }
  }
}

function problemAt(
  place: SourcePlace,
  kind: ImportProblem["kind"],
  { message, told }: { readonly message: string; readonly told: Told | undefined },
): ImportProblem {
  const where =
    typeof place === "string" ? { place } : { place: inEnglish(place), placeTold: place };
  return { kind, ...where, message, ...(told && { told }) };
}

function saysSomething({
  path: _path,
  fingerprint: _bytes,
  file: _file,
  ...said
}: ExchangeRow): boolean {
  return Object.values(said).some((value) => value !== undefined);
}
