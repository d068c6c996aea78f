import type { Connection, Table } from "@lancedb/lancedb";
import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { log } from "../support/log.ts";
import { Serial } from "../support/serial.ts";
import { toArrow, type VectorRow } from "./arrow-rows.ts";
import { connectVectors } from "./connect.ts";

export interface Neighbour {
  readonly fingerprint: string;
  /** Cosine distance in [0, 2]; 0 is identical. */
  readonly distance: number;
}

/** Below this a scan for a fingerprint is faster than keeping an index of them. */
const INDEX_FROM_ROWS = 1000;

/** Appends after which small files are folded together even if there is never an idle moment. */
const FOLD_BUSY = 200;

/** Appends worth folding in an idle moment: fewer do no harm. */
const FOLD_IDLE = 8;

export interface VectorTableOptions {
  /** Holds a table for each model, so that embeddings of two models never mix. On a local disk. */
  readonly folder: string;
  readonly model: string;
  /** There was a table, and it could not be read: what it held must be made again. */
  onLost(): void;
}

/**
 * Embeddings by content fingerprint, of one model. The only file that knows they live in LanceDB, whose native
 * library, 200 MB of it, is loaded with the first question or append and not before.
 */
export class VectorTable implements AsyncDisposable {
  readonly #options: VectorTableOptions;
  readonly #writes = new Serial();
  #connection: Connection | undefined;
  #opening: Promise<Table | undefined> | undefined;
  #unfolded = 0;

  constructor(options: VectorTableOptions) {
    this.#options = options;
  }

  /** Whether there is a table on the disk; asks without loading the library. */
  exists(): boolean {
    return existsSync(this.#file);
  }

  /**
   * Appends what is not there yet: a batch that is repeated after a crash changes nothing. One append per batch,
   * because a write of one row costs as much as one of hundreds, and leaves as many files.
   */
  append(rows: readonly VectorRow[]): Promise<void> {
    return this.#writes.run(async () => {
      const byFingerprint = new Map(rows.map((row) => [row.fingerprint, row]));
      const known = await this.has([...byFingerprint.keys()]);
      const fresh = [...byFingerprint.values()].filter((row) => !known.has(row.fingerprint));
      if (fresh.length === 0) return;
      const table = await this.#table();
      if (table) await table.add(await toArrow(fresh));
      else await this.#create(fresh);
      if (++this.#unfolded >= FOLD_BUSY) await this.#optimize();
    });
  }

  /** Nearest first; a fingerprint's own row is among the results. */
  async nearest(embedding: Float32Array, limit: number): Promise<Neighbour[]> {
    const table = await this.#table();
    if (!table) return [];
    const rows = (await table
      .vectorSearch(embedding)
      .column("embedding")
      .distanceType("cosine")
      .select(["fingerprint", "_distance"])
      .limit(limit)
      .toArray()) as { fingerprint: string; _distance: number }[];
    const seen = new Set<string>();
    return rows.flatMap(({ fingerprint, _distance: distance }) => {
      if (seen.has(fingerprint)) return [];
      seen.add(fingerprint);
      return [{ fingerprint, distance }];
    });
  }

  async get(fingerprint: string): Promise<Float32Array | undefined> {
    const table = await this.#table();
    const rows = (await table?.query().where(isOneOf([fingerprint])).select(["embedding"]).limit(1).toArray()) as
      | { embedding: Iterable<number> }[]
      | undefined;
    const row = rows?.[0];
    return row && Float32Array.from(row.embedding);
  }

  /** Those of the fingerprints that are there. */
  async has(fingerprints: readonly string[]): Promise<Set<string>> {
    const table = await this.#table();
    if (!table || fingerprints.length === 0) return new Set();
    const rows = (await table
      .query()
      .where(isOneOf(fingerprints))
      .select(["fingerprint"])
      .toArray()) as { fingerprint: string }[];
    return new Set(rows.map((row) => row.fingerprint));
  }

  async delete(fingerprints: readonly string[]): Promise<void> {
    await this.#writes.run(async () => {
      if (fingerprints.length > 0) await (await this.#table())?.delete(isOneOf(fingerprints));
    });
  }

  async count(): Promise<number> {
    return (await (await this.#table())?.countRows()) ?? 0;
  }

  /** For idle moments: folds small files together, drops old versions, keeps the index of fingerprints up to date. */
  optimize(): Promise<void> {
    return this.#writes.run(async () => {
      if (this.#unfolded >= FOLD_IDLE) await this.#optimize();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writes.settled();
    (await this.#opening)?.close();
    this.#connection?.close();
  }

  async #optimize(): Promise<void> {
    const table = await this.#table();
    if (!table) return;
    if ((await table.countRows()) >= INDEX_FROM_ROWS && (await table.listIndices()).length === 0) {
      const { Index } = await import("@lancedb/lancedb");
      await table.createIndex("fingerprint", { config: Index.btree() });
    }
    await table.optimize({ cleanupOlderThan: new Date() });
    this.#unfolded = 0;
  }

  /** The table, once it exists. One that will not open is set aside: it can be made again. */
  #table(): Promise<Table | undefined> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<Table | undefined> {
    const { folder, model } = this.#options;
    await mkdir(folder, { recursive: true });
    this.#connection = await connectVectors(folder);
    if (!this.exists()) return undefined;
    try {
      const table = await this.#connection.openTable(model);
      await table.countRows();
      return table;
    } catch (error) {
      await this.#setAside(error);
      return undefined;
    }
  }

  async #setAside(error: unknown): Promise<void> {
    const aside = `${this.#file}.damaged-${Date.now()}`;
    await rename(this.#file, aside);
    log.warn(`expected a vector table at ${this.#file} but could not read it; it is kept as ${aside}`, error);
    this.#options.onLost();
  }

  get #file(): string {
    return path.join(this.#options.folder, `${this.#options.model}.lance`);
  }

  async #create(rows: readonly VectorRow[]): Promise<void> {
    const table = await this.#connection!.createTable(this.#options.model, await toArrow(rows));
    this.#opening = Promise.resolve(table);
  }
}

/** A filter in LanceDB's SQL. Fingerprints are hexadecimal, so that nothing in them can be syntax. */
function isOneOf(fingerprints: readonly string[]): string {
  for (const fingerprint of fingerprints) {
    if (!/^[0-9a-f]+$/.test(fingerprint)) {
      throw new LibraryError("request-invalid", `expected a fingerprint but got ${JSON.stringify(fingerprint)}`);
    }
  }
  return `fingerprint IN (${fingerprints.map((fingerprint) => `'${fingerprint}'`).join(", ")})`;
}
