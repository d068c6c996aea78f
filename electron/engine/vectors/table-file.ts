import type { Connection, Table } from "@lancedb/lancedb";
import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import type { FixedSizeList } from "apache-arrow";
import { connectVectors } from "./connect.ts";

/** Where one model's vector table lies. Reading its place loads nothing; opening it loads the native library. */
export class TableFile {
  readonly #folder: string;
  readonly #name: string;
  #connection: Connection | undefined;

  constructor(folder: string, model: string) {
    this.#folder = folder;
    // LanceDB takes letters, digits, underscores, dots and dashes; the key ends in a part of the model's checksum.
    this.#name = model.replaceAll(/[^\w.-]/g, "_");
  }

  get path(): string {
    return path.join(this.#folder, `${this.#name}.lance`);
  }

  exists(): boolean {
    return existsSync(this.path);
  }

  /** Rejects where what is there cannot be read. */
  async open(): Promise<Table> {
    return (await this.#connect()).openTable(this.#name);
  }

  async create(rows: Parameters<Connection["createTable"]>[1]): Promise<Table> {
    return (await this.#connect()).createTable(this.#name, rows);
  }

  /** Out of the way but not deleted: somebody may want to know what happened to it. */
  async setAside(): Promise<string> {
    const aside = `${this.path}.damaged-${Date.now()}`;
    await rename(this.path, aside);
    return aside;
  }

  close(): void {
    this.#connection?.close();
  }

  async #connect(): Promise<Connection> {
    await mkdir(this.#folder, { recursive: true });
    this.#connection ??= await connectVectors(this.#folder);
    return this.#connection;
  }
}

/** Numbers in an embedding of this table; rejects where it is not a vector table. */
export async function readDimension(table: Table): Promise<number> {
  const { fields } = await table.schema();
  const type: unknown = fields.find(({ name }) => name === "embedding")?.type;
  const size = (type as Partial<FixedSizeList> | undefined)?.listSize;
  if (size === undefined || !fields.some(({ name }) => name === "fingerprint")) {
    throw new Error(
      `expected the columns fingerprint and embedding but got ${fields.map(({ name }) => name).join(", ")}`,
    );
  }
  return size;
}

/**
 * Whether the failure says something about this moment (memory, handles, rights, a full disk) and not about the
 * table. LanceDB reports all of them as plain text.
 */
export function isPassing(error: unknown): boolean {
  return /too many open files|out of memory|cannot allocate|permission denied|no space|os error (12|13|23|24|28|112)\b/i.test(
    String(error),
  );
}
