import type { Table } from "@lancedb/lancedb";
import { Serial } from "../support/serial.ts";
import { toArrow, type VectorRow } from "./arrow-rows.ts";
import { isOneOf } from "./fingerprint-filter.ts";
import { HeldTable } from "./held-table.ts";
import { TableFile } from "./table-file.ts";

export interface Neighbour {
  readonly fingerprint: string;
  /** Cosine distance in [0, 2]; 0 is identical. */
  readonly distance: number;
}

/** Below this a scan for a fingerprint is faster than keeping an index of them. */
const INDEX_FROM_ROWS = 1000;

/** Small files worth folding in an idle moment: fewer do no harm. */
const FOLD_IDLE = 8;

/** Small files that are folded even if there is never an idle moment: each one costs every question a little. */
const FOLD_BUSY = 200;

/** A pass may find more to fold, and deletes only what earlier ones replaced; two or three are enough. */
const FOLD_PASSES = 4;

export interface VectorTableOptions {
  /** Holds a table for each model, so that embeddings of two models never mix. On a local disk. */
  readonly folder: string;
  readonly model: string;
  /** There was a table, and it could not be read: what it held must be made again. See [Note: Lost vectors]. */
  readonly onLost: () => void;
}

/**
 * Embeddings by content fingerprint, of one model. The native library, 200 MB of it, is loaded with the first
 * question or append and not before.
 */
export class VectorTable implements AsyncDisposable {
  readonly #file: TableFile;
  readonly #held: HeldTable;
  readonly #writes = new Serial();
  #appends = 0;

  constructor({ folder, model, onLost }: VectorTableOptions) {
    this.#file = new TableFile(folder, model);
    this.#held = new HeldTable(this.#file, onLost);
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
      const [first] = fresh;
      if (!first) return;
      const open = await this.#held.open();
      for (const { embedding } of fresh)
        expectDimension(embedding, open?.dimension ?? first.embedding.length);
      if (open) await open.table.add(await toArrow(fresh));
      else await this.#held.create(await toArrow(fresh));
      this.#appends += 1;
      if (this.#appends % FOLD_BUSY === 0) await this.#fold();
    });
  }

  /** Nearest first; a fingerprint's own row is among the results. */
  async nearest(embedding: Float32Array, limit: number): Promise<Neighbour[]> {
    const open = await this.#held.open();
    if (!open) return [];
    expectDimension(embedding, open.dimension);
    // Should a fingerprint be there twice, fewer than asked for are different: then more are asked for.
    for (let wanted = limit; ; wanted *= 2) {
      const rows = await this.#held.read([], (table) => nearestRows(table, embedding, wanted));
      const different = new Map<string, Neighbour>();
      for (const row of rows) {
        if (!different.has(row.fingerprint)) different.set(row.fingerprint, row);
      }
      if (different.size >= limit || rows.length < wanted)
        return [...different.values()].slice(0, limit);
    }
  }

  async get(fingerprint: string): Promise<Float32Array | undefined> {
    const filter = isOneOf([fingerprint]);
    return this.#held.read(undefined, async (table) => {
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
    return this.#held.read(new Set<string>(), async (table) => {
      const rows = (await table.query().where(filter).select(["fingerprint"]).toArray()) as {
        fingerprint: string;
      }[];
      return new Set(rows.map((row) => row.fingerprint));
    });
  }

  async delete(fingerprints: readonly string[]): Promise<void> {
    if (fingerprints.length === 0) return;
    const filter = isOneOf(fingerprints);
    await this.#writes.run(async () => {
      await (await this.#held.open())?.table.delete(filter);
    });
  }

  async count(): Promise<number> {
    return this.#held.read(0, (table) => table.countRows());
  }

  /**
   * For idle moments: folds small files together, drops old versions, keeps the index of fingerprints up to date.
   * Does nothing where nothing was appended, so that a glance at a library does not load the native one.
   */
  optimize(): Promise<void> {
    return this.#writes.run(async () => {
      const open = this.#appends === 0 ? undefined : await this.#held.open();
      if (!open) return;
      const { fragmentStats } = await open.table.stats();
      if (fragmentStats.numSmallFragments >= FOLD_IDLE) await this.#fold();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writes.settled();
    await this.#held.close();
  }

  async #fold(): Promise<void> {
    const table = (await this.#held.open())?.table;
    if (!table) return;
    if ((await table.countRows()) >= INDEX_FROM_ROWS && (await table.listIndices()).length === 0) {
      const { Index } = await import("@lancedb/lancedb");
      await table.createIndex("fingerprint", { config: Index.btree() });
    }
    await table.optimize();
    for (let pass = 0; pass < FOLD_PASSES; pass += 1) {
      // Questions that began before the fold read the files it replaced; those after it read the new ones.
      await this.#held.readsEnded();
      const { compaction } = await table.optimize({ cleanupOlderThan: new Date() });
      if (compaction.filesRemoved === 0) break;
    }
  }
}

async function nearestRows(
  table: Table,
  embedding: Float32Array,
  limit: number,
): Promise<Neighbour[]> {
  const rows = (await table
    .vectorSearch(embedding)
    .column("embedding")
    .distanceType("cosine")
    .select(["fingerprint", "_distance"])
    .limit(limit)
    .toArray()) as { fingerprint: string; _distance: number }[];
  return rows.map(({ fingerprint, _distance: distance }) => ({ fingerprint, distance }));
}

function expectDimension(embedding: Float32Array, dimension: number): void {
  if (embedding.length === dimension) return;
  throw new Error(`expected an embedding of ${dimension} numbers but got ${embedding.length}`);
}
