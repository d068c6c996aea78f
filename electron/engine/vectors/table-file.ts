import type { Connection, Table } from "@lancedb/lancedb";
import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import type { FixedSizeList } from "apache-arrow";
import { connectVectors } from "./connect.ts";
import type { VectorColumn } from "./vector-column.ts";

export function tablePath(folder: string, name: string): string {
  return path.join(folder, `${name}.lance`);
}

/** Where one model's vector table lies. Reading its place loads nothing; opening it loads the native library. */
export class TableFile {
  readonly folder: string;
  /** The table's name in its folder. */
  readonly name: string;
  #connection: Connection | undefined;

  constructor(folder: string, model: string) {
    this.folder = folder;
    // LanceDB takes letters, digits, underscores, dots and dashes; the key ends in a part of the model's checksum.
    this.name = model.replaceAll(/[^\w.-]/g, "_");
  }

  get path(): string {
    return tablePath(this.folder, this.name);
  }

  /** Where it is written how the columns are searched. */
  get choicesPath(): string {
    return path.join(this.folder, `${this.name}.index.json`);
  }

  /** There while, and after, a work on the table that was not completed. */
  get unfinishedPath(): string {
    return path.join(this.folder, `${this.name}.unfinished`);
  }

  exists(): boolean {
    return existsSync(this.path);
  }

  /** Rejects where what is there cannot be read. */
  async open(): Promise<Table> {
    return (await this.#connect()).openTable(this.name);
  }

  async create(rows: Parameters<Connection["createTable"]>[1]): Promise<Table> {
    return (await this.#connect()).createTable(this.name, rows);
  }

  /** The next table is opened through a new connection; the old one is the caller's to close. */
  disconnect(): Connection | undefined {
    const connection = this.#connection;
    this.#connection = undefined;
    return connection;
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
    await mkdir(this.folder, { recursive: true });
    this.#connection ??= await connectVectors(this.folder);
    return this.#connection;
  }
}

/** How many numbers each column's vectors have; a column that the model has no values for is not there. */
export type Dimensions = { readonly embedding: number } & Partial<Record<VectorColumn, number>>;

/** Rejects where it is not a vector table. */
export async function readDimensions(table: Table): Promise<Dimensions> {
  const { fields } = await table.schema();
  const sizes = new Map(
    fields.map(({ name, type }) => [name, (type as Partial<FixedSizeList>).listSize]),
  );
  const embedding = sizes.get("embedding");
  if (embedding === undefined || !sizes.has("fingerprint")) {
    throw new Error(
      `expected the columns fingerprint and embedding but got ${fields.map(({ name }) => name).join(", ")}`,
    );
  }
  const [stage2, stage3] = [sizes.get("stage2"), sizes.get("stage3")];
  return { embedding, ...(stage2 && { stage2 }), ...(stage3 && { stage3 }) };
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
