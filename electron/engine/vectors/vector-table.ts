import type { Connection, Table } from "@lancedb/lancedb";
import { rename, mkdir } from "node:fs/promises";
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
const FOLD_AFTER_APPENDS = 200;

/**
 * Embeddings by content fingerprint, of one model. The only file that knows they live in LanceDB, whose native
 * library, 200 MB of it, is loaded with the first question or append and not before.
 */
export class VectorTable implements AsyncDisposable {
  readonly #folder: string;
  readonly #name: string;
  readonly #writes = new Serial();
  #connection: Connection | undefined;
  #opening: Promise<Table | undefined> | undefined;
  #appends = 0;

  /** `folder` holds a table for each model, so that embeddings of two models never mix. */
  constructor({ folder, model }: { readonly folder: string; readonly model: string }) {
    this.#folder = folder;
    this.#name = model;
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
      if (++this.#appends % FOLD_AFTER_APPENDS === 0) await this.#optimize();
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

  /** Folds small files together, drops old versions, keeps the index of fingerprints up to date. For idle moments. */
  optimize(): Promise<void> {
    return this.#writes.run(() => this.#optimize());
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
  }

  /** The table, once it exists. One that will not open is set aside: it can be made again. */
  #table(): Promise<Table | undefined> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<Table | undefined> {
    await mkdir(this.#folder, { recursive: true });
    this.#connection = await connectVectors(this.#folder);
    if (!(await this.#connection.tableNames()).includes(this.#name)) return undefined;
    try {
      const table = await this.#connection.openTable(this.#name);
      await table.countRows();
      return table;
    } catch (error) {
      const file = path.join(this.#folder, `${this.#name}.lance`);
      const aside = `${file}.damaged-${Date.now()}`;
      await rename(file, aside);
      log.warn(`expected a vector table at ${file} but could not read it; it is kept as ${aside}`, error);
      return undefined;
    }
  }

  async #create(rows: readonly VectorRow[]): Promise<void> {
    const table = await this.#connection!.createTable(this.#name, await toArrow(rows));
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
