import type { Table } from "@lancedb/lancedb";
import { log } from "../support/log.ts";
import { Serial } from "../support/serial.ts";
import { toArrow, type VectorRow } from "./arrow-rows.ts";
import { isOneOf } from "./fingerprint-filter.ts";
import { isPassing, readDimension, TableFile } from "./table-file.ts";

export interface Neighbour {
  readonly fingerprint: string;
  /** Cosine distance in [0, 2]; 0 is identical. */
  readonly distance: number;
}

/** Below this a scan for a fingerprint is faster than keeping an index of them. */
const INDEX_FROM_ROWS = 1000;

/** Appends after which small files are folded together even if there is never an idle moment. */
const FOLD_BUSY = 200;

/** Small files worth folding in an idle moment: fewer do no harm. */
const FOLD_IDLE = 8;

/** Older versions are deleted after this long: a question that began before a fold still reads them. */
const KEEP_VERSIONS_MS = 60_000;

export interface VectorTableOptions {
  /** Holds a table for each model, so that embeddings of two models never mix. On a local disk. */
  readonly folder: string;
  readonly model: string;
  /** There was a table, and it could not be read: what it held must be made again. */
  onLost(): void;
}

interface OpenTable {
  readonly table: Table;
  readonly dimension: number;
}

/**
 * Embeddings by content fingerprint, of one model. The native library, 200 MB of it, is loaded with the first
 * question or append and not before.
 *
 * [Note: Lost vectors] Vectors can be made again from the photos, so a table that cannot be read is set aside and
 * the library goes on with an empty one; `onLost` has the photos indexed again.
 */
export class VectorTable implements AsyncDisposable {
  readonly #file: TableFile;
  readonly #onLost: () => void;
  readonly #writes = new Serial();
  #opening: Promise<OpenTable | undefined> | undefined;
  #smallFiles = 0;

  constructor({ folder, model, onLost }: VectorTableOptions) {
    this.#file = new TableFile(folder, model);
    this.#onLost = onLost;
  }

  /** Whether there is a table on the disk; asks without loading the library. */
  exists(): boolean {
    return this.#file.exists();
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
      const open = await this.#open();
      for (const { embedding } of fresh) expectDimension(embedding, open?.dimension ?? fresh[0]!.embedding.length);
      if (open) await open.table.add(await toArrow(fresh));
      else this.#opening = Promise.resolve(await this.#create(fresh));
      if (++this.#smallFiles >= FOLD_BUSY) await this.#fold();
    });
  }

  /** Nearest first; a fingerprint's own row is among the results. */
  async nearest(embedding: Float32Array, limit: number): Promise<Neighbour[]> {
    // A crash in the middle of an append can leave a fingerprint twice: then fewer than asked for are different.
    for (let wanted = limit; ; wanted *= 2) {
      const rows = await this.#read([], ({ table, dimension }) => {
        expectDimension(embedding, dimension);
        return nearestRows(table, embedding, wanted);
      });
      const different = new Map<string, Neighbour>();
      for (const row of rows) {
        if (!different.has(row.fingerprint)) different.set(row.fingerprint, row);
      }
      if (different.size >= limit || rows.length < wanted) return [...different.values()].slice(0, limit);
    }
  }

  get(fingerprint: string): Promise<Float32Array | undefined> {
    const filter = isOneOf([fingerprint]);
    return this.#read(undefined, async ({ table }) => {
      const rows = (await table.query().where(filter).select(["embedding"]).limit(1).toArray()) as {
        embedding: Iterable<number>;
      }[];
      return rows[0] && Float32Array.from(rows[0].embedding);
    });
  }

  /** Those of the fingerprints that are there. */
  async has(fingerprints: readonly string[]): Promise<Set<string>> {
    if (fingerprints.length === 0) return new Set();
    const filter = isOneOf(fingerprints);
    return this.#read(new Set(), async ({ table }) => {
      const rows = (await table.query().where(filter).select(["fingerprint"]).toArray()) as {
        fingerprint: string;
      }[];
      return new Set(rows.map((row) => row.fingerprint));
    });
  }

  async delete(fingerprints: readonly string[]): Promise<void> {
    if (fingerprints.length === 0) return;
    const filter = isOneOf(fingerprints);
    await this.#writes.run(async () => (await this.#open())?.table.delete(filter));
  }

  count(): Promise<number> {
    return this.#read(0, ({ table }) => table.countRows());
  }

  /** For idle moments: folds small files together, drops old versions, keeps the index of fingerprints up to date. */
  optimize(): Promise<void> {
    return this.#writes.run(async () => {
      if (this.#smallFiles >= FOLD_IDLE) await this.#fold();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writes.settled();
    (await this.#opening)?.table.close();
    this.#file.close();
  }

  async #fold(): Promise<void> {
    const open = await this.#open();
    if (!open) return;
    const { table } = open;
    if ((await table.countRows()) >= INDEX_FROM_ROWS && (await table.listIndices()).length === 0) {
      const { Index } = await import("@lancedb/lancedb");
      await table.createIndex("fingerprint", { config: Index.btree() });
    }
    await table.optimize({ cleanupOlderThan: new Date(Date.now() - KEEP_VERSIONS_MS) });
    this.#smallFiles = 0;
  }

  /** Asks once more of a table opened anew before the failure is taken for damage. See [Note: Lost vectors]. */
  async #read<T>(absent: T, work: (open: OpenTable) => Promise<T>): Promise<T> {
    const open = await this.#open();
    if (!open) return absent;
    try {
      return await work(open);
    } catch (first) {
      if (isPassing(first) || first instanceof DimensionError) throw first;
    }
    try {
      using again = await this.#file.open().then((table) => ({ table, [Symbol.dispose]: () => table.close() }));
      return await work({ ...open, table: again.table });
    } catch (error) {
      if (isPassing(error)) throw error;
      await this.#lose(open, error);
      return absent;
    }
  }

  /** The table, once it exists. */
  #open(): Promise<OpenTable | undefined> {
    this.#opening ??= this.#openFile();
    return this.#opening;
  }

  async #openFile(): Promise<OpenTable | undefined> {
    if (!this.exists()) return undefined;
    try {
      const table = await this.#file.open();
      const dimension = await readDimension(table);
      const { fragmentStats } = await table.stats();
      this.#smallFiles = fragmentStats.numSmallFragments;
      return { table, dimension };
    } catch (error) {
      if (isPassing(error)) throw error;
      await this.#setAside(error);
      return undefined;
    }
  }

  async #create(rows: readonly VectorRow[]): Promise<OpenTable> {
    return { table: await this.#file.create(await toArrow(rows)), dimension: rows[0]!.embedding.length };
  }

  async #lose(open: OpenTable, error: unknown): Promise<void> {
    if (!open.table.isOpen()) return; // Another question noticed first.
    open.table.close();
    this.#opening = this.#setAside(error).then(() => undefined);
    await this.#opening;
  }

  async #setAside(error: unknown): Promise<void> {
    const { path } = this.#file;
    const aside = await this.#file.setAside();
    log.warn(`expected a vector table at ${path} but could not read it; it is kept as ${aside}`, error);
    this.#onLost();
  }
}

async function nearestRows(table: Table, embedding: Float32Array, limit: number): Promise<Neighbour[]> {
  const rows = (await table
    .vectorSearch(embedding)
    .column("embedding")
    .distanceType("cosine")
    .select(["fingerprint", "_distance"])
    .limit(limit)
    .toArray()) as { fingerprint: string; _distance: number }[];
  return rows.map(({ fingerprint, _distance: distance }) => ({ fingerprint, distance }));
}

/** The caller mixes up models; nothing is wrong with the table. */
class DimensionError extends Error {}

function expectDimension(embedding: Float32Array, dimension: number): void {
  if (embedding.length === dimension) return;
  throw new DimensionError(`expected an embedding of ${dimension} numbers but got ${embedding.length}`);
}
