import type { Table } from "@lancedb/lancedb";
import { inBackground } from "../support/in-background.ts";
import { log } from "../support/log.ts";
import type { Serial } from "../support/serial.ts";
import { clearLeftovers, dropReplaced, foldFiles } from "./fold-table.ts";
import type { HeldTable } from "./held-table.ts";
import type { IndexKeeper } from "./index-keeper.ts";
import type { IndexPolicy } from "./index-policy.ts";
import type { TableFile } from "./table-file.ts";
import type { UpkeepRunner } from "./upkeep-runner.ts";
import type { VectorColumn } from "./vector-column.ts";

/** Small files worth folding in an idle moment: fewer do no harm. */
const FOLD_IDLE = 8;

/** Of a large table a fold writes all rows anew, gigabytes: there it is worth it only for this many. */
const FOLD_LARGE = 64;
const LARGE_ROWS = 100_000;

/**
 * Small files that are folded even if there is never an idle moment: each one costs every question a little. More of
 * them in a large table: they are then a tenth of it, and growing to a million photos writes it anew 16 times and not 78.
 */
const FOLD_BUSY = 200;
const MOST_BUSY = 1000;
const BATCH_ROWS = 64;

type FoldWork = "fold" | "drop-replaced" | "clear-leftovers";

export interface TableUpkeepOptions {
  readonly file: TableFile;
  readonly held: HeldTable;
  readonly keeper: IndexKeeper;
  /** The lane of everything that changes the table. */
  readonly writes: Serial;
  readonly runner: UpkeepRunner;
  readonly policy: IndexPolicy;
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
  /** Appends since the last fold. */
  #unfolded = 0;
  #tending: Promise<void> | undefined;
  #quiet: NodeJS.Timeout | undefined;

  constructor(options: TableUpkeepOptions) {
    this.#options = options;
  }

  /** To be awaited in the lane of writes, after each append. */
  async appended(): Promise<void> {
    this.#appends += 1;
    this.#unfolded += 1;
    const { held, policy } = this.#options;
    if (this.#appends % policy.renewEvery === 0 && !this.#tending) await held.renew();
    if (this.#unfolded % FOLD_BUSY !== 0) return;
    const rows = (await (await held.open())?.table.countRows()) ?? 0;
    if (this.#unfolded >= Math.min(MOST_BUSY, rows / 10 / BATCH_ROWS)) await this.#fold();
  }

  /** A question came for a column that was never measured: it is, when no more of them come. */
  askedUnmeasured(column: VectorColumn): void {
    this.#asked.add(column);
    clearTimeout(this.#quiet);
    if (this.#stop.signal.aborted) return;
    const work = () => inBackground("measure the vector table", this.tend());
    this.#quiet = setTimeout(work, this.#options.policy.quietMs).unref();
  }

  /** Deletes what a fold or a build that was killed left on the disk, in this run or an earlier one. */
  async clearLeftovers(): Promise<void> {
    const { held, writes, runner } = this.#options;
    if (!runner.hasLeftovers) return;
    await writes.run(async () => {
      const table = (await held.open())?.table;
      if (this.#tending) return;
      if (!table) return runner.cleared();
      await held.readsEnded();
      await this.#work(table, "clear-leftovers");
    });
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

  /** In the lane of writes: a fold that an append or a deletion overtakes may have to begin again. */
  async #fold(): Promise<void> {
    const table = (await this.#options.held.open())?.table;
    if (!table || this.#tending) return;
    this.#unfolded = 0;
    await this.#work(table, "fold");
    await this.#dropReplaced(table);
  }

  async #dropReplaced(table: Table): Promise<void> {
    // Questions that began before the fold read the files it replaced; those after it read the new ones.
    await this.#options.held.readsEnded();
    await this.#work(table, "drop-replaced");
  }

  /** A large table is worked on elsewhere: gigabytes are read and written, and what that takes of memory stays taken. */
  async #work(table: Table, kind: FoldWork): Promise<void> {
    const { runner, policy, file } = this.#options;
    if ((await table.countRows()) < policy.largeRows) {
      if (kind === "fold") return foldFiles(table);
      if (kind === "drop-replaced") return dropReplaced(table);
      await clearLeftovers(table, file.path);
      return runner.cleared();
    }
    const reply = await runner.run({ kind }, this.#stop.signal);
    await table.checkoutLatest();
    if (reply.kind === "failed" && !this.#stop.signal.aborted)
      log.warn(`could not work on the vector table (${kind}): ${reply.reason}`);
  }
}
