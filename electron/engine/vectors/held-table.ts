import type { Table } from "@lancedb/lancedb";
import type { Table as ArrowTable } from "apache-arrow";
import { log } from "../support/log.ts";
import { isPassing, readDimension, type TableFile } from "./table-file.ts";

export interface OpenTable {
  readonly table: Table;
  /** Numbers in an embedding. */
  readonly dimension: number;
}

/**
 * A table that is opened when it is first needed, and replaced by none when it cannot be read.
 *
 * [Note: Lost vectors] Vectors can be made again from the photos, so a table that cannot be read is set aside and
 * the library goes on with an empty one; `onLost` has the photos indexed again. A failure is taken for damage
 * only when a table opened anew fails as well.
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
    const open = { table, dimension: await readDimension(table) };
    this.#opening = Promise.resolve(open);
    return open;
  }

  /** `absent` where there is no table, or none any more. See [Note: Lost vectors]. */
  read<T>(absent: T, work: (table: Table) => Promise<T>): Promise<T> {
    const reading = this.#read(absent, work);
    this.#reading.add(reading);
    return reading.finally(() => this.#reading.delete(reading));
  }

  /** Resolves when every read that is under way now has ended. */
  async readsEnded(): Promise<void> {
    await Promise.allSettled(this.#reading);
  }

  async close(): Promise<void> {
    await this.readsEnded();
    (await this.#opening)?.table.close();
    this.#file.close();
  }

  async #read<T>(absent: T, work: (table: Table) => Promise<T>): Promise<T> {
    const open = await this.open();
    if (!open) return absent;
    try {
      return await work(open.table);
    } catch (error) {
      if (isPassing(error)) throw error;
    }
    try {
      const table = await this.#file.open();
      const result = await work(table);
      this.#opening = Promise.resolve({ ...open, table });
      return result;
    } catch (error) {
      if (isPassing(error)) throw error;
      await this.#lose(open, error);
      return absent;
    }
  }

  async #openFile(): Promise<OpenTable | undefined> {
    if (!this.#file.exists()) return undefined;
    try {
      const table = await this.#file.open();
      return { table, dimension: await readDimension(table) };
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
