import path from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import type { ExchangeRow, ImportPart, ImportProblem } from "../../../contract/exchange.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Database } from "../../catalog/database.ts";
import type { TextOptions } from "../../catalog/photo-text.ts";
import { applyImport } from "./apply-import.ts";
import { ImportPlan } from "./import-plan.ts";
import type { ImportSource, SourceRow } from "./import-source.ts";
import { PhotoMatcher, type FindPath } from "./match-photo.ts";

/** Rows of a part: few enough that its message is small whatever they say, and the engine answers others in between. */
const PART = 500;

interface Part extends ImportPart {
  rows: number;
}

/** What an import changed; without an entry and a sentence, nothing. */
export interface Applied {
  readonly entry: number | undefined;
  readonly sentence: string | undefined;
  /** Photos. */
  readonly changed: number;
}

/** One import on its way: read to its end first, without a change, then applied. */
export class ImportSession implements AsyncDisposable {
  readonly #db: Database;
  readonly #source: ImportSource;
  readonly #rows: AsyncIterator<SourceRow, undefined>;
  readonly #matcher: PhotoMatcher;
  readonly #plan: ImportPlan;
  #isRead = false;
  #isInvalid = false;
  #isClosed = false;

  constructor(db: Database, source: ImportSource, findPath: FindPath) {
    this.#db = db;
    this.#source = source;
    this.#rows = source.rows()[Symbol.asyncIterator]();
    this.#matcher = new PhotoMatcher(db, findPath);
    this.#plan = new ImportPlan(db);
  }

  async read(): Promise<ImportPart> {
    const part: Part = { rows: 0, changes: [], problems: [], isDone: false };
    while (part.rows < PART) {
      const next = await this.#rows.next();
      if (next.done === true) {
        this.#isRead = true;
        return { ...part, isDone: true };
      }
      part.rows++;
      this.#take(next.value, part);
    }
    return part;
  }

  /**
   * Makes what was read the user's, as one entry of the journal; see [Note: Import in parts]. Rejects with `request-invalid` where
   * something is left to be read, or was wrong, or the import was closed, and with `undo-conflict` where it was undone meanwhile.
   */
  async apply(
    text: TextOptions,
    onPart: (changed: readonly PhotoId[]) => void = () => undefined,
  ): Promise<Applied> {
    if (!this.#isRead || this.#isInvalid) {
      const what = this.#isInvalid ? "without mistakes" : "that was read to its end";
      const message = `Expected a source ${what} but got ${this.#source.path}; nothing was imported`;
      throw new LibraryError("request-invalid", message);
    }
    const source = path.basename(this.#source.path);
    const { entry, changed } = await applyImport(this.#db, this.#plan, {
      source,
      text,
      onPart,
      assertWanted: () => this.#assertOpen(),
    });
    const sentence = this.#db.get<{ sentence: string }>(
      "SELECT sentence FROM journal_entry WHERE id = ?",
      [entry ?? 0],
    )?.sentence;
    return { entry, changed, sentence };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    this.#matcher[Symbol.dispose]();
    await this.#rows.return?.();
  }

  #assertOpen(): void {
    if (!this.#isClosed) return;
    const message = `Expected the import of ${this.#source.path} to be left open until its end; the same import does the rest`;
    throw new LibraryError("request-invalid", message);
  }

  #take(source: SourceRow, { changes, problems }: Part): void {
    const { place } = source;
    const add = (kind: ImportProblem["kind"], message: string) =>
      problems.push({ kind, place, message });
    if ("unreadable" in source) add("unreadable", source.unreadable);
    else if ("expected" in source) this.#refuse(problems, place, `Expected ${source.expected}`);
    else {
      const { row } = source;
      // An export has a row for every photo, also for those that it says nothing of.
      if (!saysSomething(row)) return;
      const match = this.#matcher.find(row);
      if ("expected" in match) {
        add("unmatched", `Expected ${match.expected}: ${row.path}`);
        return;
      }
      try {
        const { change, contradictions } = this.#plan.add({ ...match, place }, row);
        if (change) changes.push(change);
        for (const { field, earlier } of contradictions)
          add(
            "contradiction",
            `Expected the ${field} of ${match.path} that ${earlier} gives but got another one`,
          );
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        this.#refuse(problems, place, error.message);
      }
    }
  }

  #refuse(problems: ImportProblem[], place: string, message: string): void {
    this.#isInvalid = true;
    problems.push({ kind: "invalid", place, message });
  }
}

function saysSomething({
  path: _path,
  fingerprint: _bytes,
  file: _file,
  ...said
}: ExchangeRow): boolean {
  return Object.values(said).some((value) => value !== undefined);
}
