import { writeFileSync } from "node:fs";
import { LibraryError } from "../contract/errors.ts";
import { askCheckProcess } from "./catalog/ask-check-process.ts";
import { backUp, isBackupDue } from "./catalog/backups.ts";
import { isLargeCatalog } from "./catalog/check-catalog.ts";
import type { Database } from "./catalog/database.ts";
import type { LibraryPaths } from "./catalog/open-catalog.ts";
import type { NoticeBoard } from "./notice-board.ts";
import { inBackground } from "./support/in-background.ts";

/** Between two looks whether the daily backup is due: an app may stay open for weeks. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

export interface CatalogCareOptions {
  readonly db: Database;
  readonly paths: LibraryPaths;
  readonly notices: NoticeBoard;
}

/**
 * The daily backup, and the whole check of a catalog that is too large to be checked before it is opened. Damage found
 * now is written down as a suspicion, and the next start restores what is damaged.
 */
export class CatalogCare implements AsyncDisposable {
  readonly #options: CatalogCareOptions;
  readonly #end = new AbortController();
  #working: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CatalogCareOptions) {
    this.#options = options;
  }

  start(): void {
    const { paths } = this.#options;
    void this.#run("check the catalog", async (signal) => {
      if (!isLargeCatalog(paths.catalog)) return;
      if (await askCheckProcess(paths.catalog, { depth: "quick", signal })) this.#suspect();
    });
    void this.backUpIfDue();
    this.#timer = setInterval(() => void this.backUpIfDue(), LOOK_EVERY_MS).unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    this.#end.abort();
    await this.#working;
  }

  /** Resolves when it is made, or could not be: the log says why. */
  backUpIfDue(): Promise<void> {
    const { db, paths } = this.#options;
    return this.#run("back up the catalog", async (signal) => {
      if (!isBackupDue(paths.backups)) return;
      try {
        await backUp(db.connection, paths.backups, { signal });
      } catch (error) {
        if (error instanceof LibraryError && error.code === "library-unreadable") this.#suspect();
        throw error;
      }
    });
  }

  #run(what: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#end;
    const before = this.#working;
    const doing = (async () => {
      await before;
      if (!signal.aborted) await work(signal);
    })();
    this.#working = doing.catch(() => {
      // Said below, unless it is the end that interrupted it.
    });
    inBackground(
      what,
      doing.catch((error: unknown) => {
        if (!signal.aborted) throw error;
      }),
    );
    return this.#working;
  }

  #suspect(): void {
    const { paths, notices } = this.#options;
    writeFileSync(paths.suspicion, "");
    notices.put({ kind: "catalog-damaged" });
  }
}
