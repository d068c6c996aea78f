import type { Table } from "@lancedb/lancedb";
import { inBackground } from "../support/in-background.ts";
import type { Serial } from "../support/serial.ts";
import type { HeldTable } from "./held-table.ts";
import type { IndexKeeper } from "./index-keeper.ts";
import type { VectorColumn } from "./vector-column.ts";

/** Below this a scan for a fingerprint is faster than keeping an index of them. */
const INDEX_FROM_ROWS = 1000;

/** Small files worth folding in an idle moment: fewer do no harm. */
const FOLD_IDLE = 8;

/** Of a large table a fold writes all rows anew, gigabytes: there it is worth it only for this many. */
const FOLD_LARGE = 64;
const LARGE_ROWS = 100_000;

/** Small files that are folded even if there is never an idle moment: each one costs every question a little. */
const FOLD_BUSY = 200;

/** A pass may find more to fold, and deletes only what earlier ones replaced; two or three are enough. */
const FOLD_PASSES = 4;

export interface TableUpkeepOptions {
  readonly held: HeldTable;
  readonly keeper: IndexKeeper;
  /** The lane of everything that changes the table. */
  readonly writes: Serial;
  /** See IndexPolicy. */
  readonly quietMs: number;
}

/**
 * Keeps a table fast: folds small files together, and has columns measured and indexed. A build goes on beside
 * questions and appends, but never beside a fold, which would take away the files that it reads.
 */
export class TableUpkeep implements AsyncDisposable {
  readonly #options: TableUpkeepOptions;
  readonly #asked = new Set<VectorColumn>(["embedding"]);
  readonly #stop = new AbortController();
  #appends = 0;
  #tending: Promise<void> | undefined;
  #quiet: NodeJS.Timeout | undefined;

  constructor(options: TableUpkeepOptions) {
    this.#options = options;
  }

  /** To be awaited in the lane of writes, after each append. */
  async appended(): Promise<void> {
    this.#appends += 1;
    if (this.#appends % FOLD_BUSY === 0) await this.#fold();
  }

  /** A question came for a column that was never measured: it is, when no more of them come. */
  askedUnmeasured(column: VectorColumn): void {
    this.#asked.add(column);
    clearTimeout(this.#quiet);
    if (this.#stop.signal.aborted) return;
    const work = () => inBackground("measure the vector table", this.tend());
    this.#quiet = setTimeout(work, this.#options.quietMs).unref();
  }

  /** Does nothing where nothing was appended, so that a glance at a library does not load the native one. */
  async foldIfWorth(): Promise<void> {
    if (this.#appends === 0) return;
    const { held, writes } = this.#options;
    await writes.run(async () => {
      const open = await held.open();
      if (!open) return;
      const { numRows, fragmentStats } = await open.table.stats();
      const worth = numRows < LARGE_ROWS ? FOLD_IDLE : FOLD_LARGE;
      if (fragmentStats.numSmallFragments >= worth) await this.#fold();
    });
  }

  /** Measures what is out of date, one column after the other. Does nothing where the table was never needed. */
  tend(): Promise<void> {
    if (!this.#options.held.wasNeeded) return Promise.resolve();
    this.#tending ??= this.#tendAll().finally(() => (this.#tending = undefined));
    return this.#tending;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#quiet);
    this.#stop.abort();
    await this.#tending?.catch(() => undefined); // Whoever asked for it has the failure.
  }

  async #tendAll(): Promise<void> {
    // A fold that is under way ends first; those that are asked for later see that this is going on.
    await this.#options.writes.settled();
    for (const column of this.#asked) {
      if (!this.#stop.signal.aborted) await this.#tendColumn(column);
    }
  }

  async #tendColumn(column: VectorColumn): Promise<void> {
    const { held, keeper, writes } = this.#options;
    const open = await held.open();
    if (open?.dimensions[column] === undefined) return;
    if (!(await keeper.isOutdated(open.table, column))) return;
    const choice = await keeper.tend(column, this.#stop.signal);
    if (!choice) return;
    await writes.run(async () => {
      const table = (await held.open())?.table;
      if (table !== open.table) return; // It was lost meanwhile, and begun again.
      await keeper.adopt(table, column, choice);
      await this.#dropReplaced(table);
    });
  }

  async #fold(): Promise<void> {
    const table = (await this.#options.held.open())?.table;
    if (!table || this.#tending) return;
    if ((await table.countRows()) >= INDEX_FROM_ROWS && !(await hasFingerprintIndex(table))) {
      const { Index } = await import("@lancedb/lancedb");
      await table.createIndex("fingerprint", { config: Index.btree() });
    }
    await table.optimize();
    await this.#dropReplaced(table);
  }

  async #dropReplaced(table: Table): Promise<void> {
    for (let pass = 0; pass < FOLD_PASSES; pass += 1) {
      // Questions that began before the fold read the files it replaced; those after it read the new ones.
      await this.#options.held.readsEnded();
      const { compaction } = await table.optimize({ cleanupOlderThan: new Date() });
      if (compaction.filesRemoved === 0) break;
    }
  }
}

async function hasFingerprintIndex(table: Table): Promise<boolean> {
  return (await table.listIndices()).some(({ columns }) => columns.includes("fingerprint"));
}
