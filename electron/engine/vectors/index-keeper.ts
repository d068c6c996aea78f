import type { Table } from "@lancedb/lancedb";
import { log } from "../support/log.ts";
import {
  readChoices,
  writeChoices,
  type Choices,
  type IndexChoice,
  type IndexKind,
} from "./index-choice.ts";
import { isOutdated, type IndexPolicy, type IndexState } from "./index-policy.ts";
import type { TableFile } from "./table-file.ts";
import type { UpkeepRunner } from "./upkeep-runner.ts";
import type { VectorColumn } from "./vector-column.ts";

/** LanceDB's names of the kinds, in small letters and without what is between them. */
const LANCE_KIND: Record<IndexKind, string> = {
  "ivf-rq": "ivfrq",
  "ivf-flat": "ivfflat",
  "hnsw-sq": "ivfhnswsq",
};

type ColumnChoice = Promise<IndexChoice | undefined>;

export interface IndexReport extends IndexState {
  readonly indexedRows: number;
}

/** Knows how each column is searched. See [Note: Index policy]. */
export class IndexKeeper {
  readonly #file: TableFile;
  readonly #policy: IndexPolicy;
  readonly #runner: UpkeepRunner;
  readonly #failed = new Set<VectorColumn>();
  /** What is true of a table is asked once, for as long as it is open. */
  readonly #checked = new WeakMap<Table, Map<VectorColumn, ColumnChoice>>();
  #stored: Promise<Choices> | undefined;

  constructor(file: TableFile, policy: IndexPolicy, runner: UpkeepRunner) {
    this.#file = file;
    this.#policy = policy;
    this.#runner = runner;
  }

  /** Undefined where nothing was measured, or the index is not the one that was: then every row is compared. */
  async choiceFor(table: Table, column: VectorColumn): Promise<IndexChoice | undefined> {
    const known = this.#checked.get(table) ?? new Map<VectorColumn, ColumnChoice>();
    this.#checked.set(table, known);
    const choice = known.get(column) ?? this.#check(table, column);
    known.set(column, choice);
    try {
      return await choice;
    } catch (error) {
      // What failed for a passing reason may go well the next time.
      known.delete(column);
      throw error;
    }
  }

  async isOutdated(table: Table, column: VectorColumn): Promise<boolean> {
    if (this.#failed.has(column)) return false;
    const choice = await this.choiceFor(table, column);
    return isOutdated(choice, await readState(table, column), this.#policy);
  }

  /**
   * Measures the column and, where that is worth it, builds its index; takes from seconds to minutes, in another
   * process. The table must not be folded meanwhile. Undefined when aborted, or when it failed: then the column
   * goes on as it was, and is not tried again before the next start.
   */
  async tend(column: VectorColumn, signal: AbortSignal): Promise<IndexChoice | undefined> {
    const reply = await this.#runner.run({ kind: "tend", column, policy: this.#policy }, signal);
    if (signal.aborted) return undefined;
    if (reply.kind === "done") return reply.choice;
    this.#failed.add(column);
    log.warn(`could not measure or index ${column} of ${this.#file.path}: ${reply.reason}`);
    return undefined;
  }

  /** From now on, and after the next start. */
  async adopt(table: Table, column: VectorColumn, choice: IndexChoice): Promise<void> {
    await table.checkoutLatest();
    const choices = { ...(await this.#read()), [column]: choice };
    this.#stored = Promise.resolve(choices);
    this.#checked.get(table)?.delete(column);
    await writeChoices(this.#file.choicesPath, choices);
    const { kind, rows, p50Ms, flatP50Ms, recallAt100 } = choice;
    log.info(
      `${column} of ${rows} photos is searched by ${kind}: ${p50Ms.toFixed(1)} ms, ` +
        `recall ${recallAt100.toFixed(3)}; comparing all: ${flatP50Ms.toFixed(1)} ms`,
    );
  }

  async #check(table: Table, column: VectorColumn): Promise<IndexChoice | undefined> {
    const choice = (await this.#read())[column];
    if (choice === undefined || choice.kind === "flat") return choice;
    return (await isBuilt(table, column, choice.kind)) ? choice : undefined;
  }

  #read(): Promise<Choices> {
    this.#stored ??= readChoices(this.#file.choicesPath);
    return this.#stored;
  }
}

/** What is there of the column's index. */
export async function readState(table: Table, column: VectorColumn): Promise<IndexReport> {
  const [rows, index] = await Promise.all([table.countRows(), findIndex(table, column)]);
  const stats = index && (await table.indexStats(index.name));
  return { rows, parts: stats?.numIndices ?? 0, indexedRows: stats?.numIndexedRows ?? 0 };
}

/** A distance of another type than that of the questions would have LanceDB silently compare every row. */
async function isBuilt(table: Table, column: VectorColumn, kind: IndexKind): Promise<boolean> {
  const index = await findIndex(table, column);
  const stats = index && (await table.indexStats(index.name));
  return (
    stats?.distanceType === "cosine" &&
    stats.indexType.toLowerCase().replaceAll("_", "") === LANCE_KIND[kind]
  );
}

async function findIndex(table: Table, column: VectorColumn) {
  return (await table.listIndices()).find(({ columns }) => columns.includes(column));
}
