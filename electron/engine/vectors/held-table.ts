import type { Table } from "@lancedb/lancedb";
import type { Table as ArrowTable } from "apache-arrow";
import { log } from "../support/log.ts";
import { isPassing, readDimensions, type Dimensions, type TableFile } from "./table-file.ts";

export interface OpenTable {
  readonly table: Table;
  readonly dimensions: Dimensions;
}

/**
 * A table that is opened when it is first needed, and replaced by none when it cannot be read.
 *
 * [Note: Lost vectors] Vectors can be made again from the photos, so a table that cannot be read is set aside and
 * the library goes on with an empty one; `onLost` has the photos indexed again. A failure is taken for damage
 * only when a table opened anew fails as well, and then one without its indices, which are made again too.
 */
export class HeldTable {
  readonly #file: TableFile;
  readonly #onLost: () => void;
  readonly #reading = new Set<Promise<unknown>>();
  #opening: Promise<OpenTable | undefined> | undefined;

  constructor(file: TableFile, onLost: () => void) {
    this.#file = file;
    this.#onLost = onLost;
  }

  /** Whether anything was asked of the table or appended to it. */
  get wasNeeded(): boolean {
    return this.#opening !== undefined;
  }

  /** Undefined until something was appended. */
  async open(): Promise<OpenTable | undefined> {
    this.#opening ??= this.#openFile();
    try {
      return await this.#opening;
    } catch (error) {
      // What failed for a passing reason may go well the next time.
      this.#opening = undefined;
      throw error;
    }
  }

  async create(rows: ArrowTable): Promise<OpenTable> {
    const table = await this.#file.create(rows);
    const open = { table, dimensions: await readDimensions(table) };
    this.#opening = Promise.resolve(open);
    return open;
  }

  /**
   * `absent` where there is no table, or none any more. See [Note: Lost vectors]. Work that ended because its
   * signal was aborted says nothing about the table.
   */
  read<T>(absent: T, work: (open: OpenTable) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const reading = this.#read(absent, work, signal);
    this.#reading.add(reading);
    return reading.finally(() => this.#reading.delete(reading));
  }

  /** Resolves when every read that is under way now has ended. */
  async readsEnded(): Promise<void> {
    await Promise.allSettled(this.#reading);
  }

  /**
   * Opens the table anew, through a new connection: whatever its caches are told, LanceDB keeps some 70 KB of each append until
   * the connection is closed. To be called in the lane of writes. Reads that are under way end as they began.
   */
  async renew(): Promise<void> {
    const old = await this.#opening;
    if (!old) return;
    const connection = this.#file.disconnect();
    this.#opening = this.#openFile();
    await this.#opening;
    await this.readsEnded();
    old.table.close();
    connection?.close();
  }

  async close(): Promise<void> {
    await this.readsEnded();
    (await this.#opening)?.table.close();
    this.#file.close();
  }

  async #read<T>(
    absent: T,
    work: (open: OpenTable) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const open = await this.open();
    if (!open) return absent;
    let failure: unknown;
    for (const again of [undefined, () => this.#file.open(), () => this.#openUnindexed()]) {
      try {
        const tried = again ? { ...open, table: await again() } : open;
        const result = await work(tried);
        if (again) this.#opening = Promise.resolve(tried);
        return result;
      } catch (error) {
        if (signal?.aborted || isPassing(error)) throw error;
        failure = error;
      }
    }
    await this.#lose(open, failure);
    return absent;
  }

  async #openUnindexed(): Promise<Table> {
    const table = await this.#file.open();
    for (const { name } of await table.listIndices()) {
      try {
        await table.dropIndex(name);
      } catch (error) {
        // Another question may have dropped it first; if not, the work will fail again.
        log.warn(`could not drop ${name} of ${this.#file.path}`, error);
      }
    }
    return this.#file.open();
  }

  async #openFile(): Promise<OpenTable | undefined> {
    if (!this.#file.exists()) return undefined;
    try {
      const table = await this.#file.open();
      return { table, dimensions: await readDimensions(table) };
    } catch (error) {
      if (isPassing(error)) throw error;
      await this.#setAside(error);
      return undefined;
    }
  }

  async #lose({ table }: OpenTable, error: unknown): Promise<void> {
    if (!table.isOpen()) return; // Another question noticed first.
    table.close();
    this.#opening = this.#setAside(error).then(() => undefined);
    await this.#opening;
  }

  async #setAside(error: unknown): Promise<void> {
    const { path } = this.#file;
    const aside = await this.#file.setAside();
    log.warn(
      `expected a vector table at ${path} but could not read it; it is kept as ${aside}`,
      error,
    );
    this.#onLost();
  }
}
