import { Serial } from "../support/serial.ts";
import { toArrow, type VectorRow } from "./arrow-rows.ts";
import { CopyKeeper } from "./copy-keeper.ts";
import { isOneOf } from "./fingerprint-filter.ts";
import { HeldTable, type OpenTable } from "./held-table.ts";
import type { IndexChoice } from "./index-choice.ts";
import { IndexKeeper, readState } from "./index-keeper.ts";
import { DEFAULT_POLICY, type IndexPolicy } from "./index-policy.ts";
import { KnownFingerprints } from "./known-fingerprints.ts";
import { nearestOverall } from "./nearest-overall.ts";
import { nearestWithin } from "./nearest-within.ts";
import { nearestInReach } from "./nearest-in-reach.ts";
import type { Neighbour } from "./neighbour.ts";
import { copied, eachRow, readByFingerprint, readSpread } from "./read-vectors.ts";
import { TableFile } from "./table-file.ts";
import { TableUpkeep } from "./table-upkeep.ts";
import { UpkeepRunner } from "./upkeep-runner.ts";
import type { VectorColumn, Vectors } from "./vector-column.ts";

export interface VectorTableOptions {
  /** Holds a table for each model, so that embeddings of two models never mix. On a local disk. */
  readonly folder: string;
  readonly model: string;
  /** There was a table, and it could not be read: what it held must be made again. See [Note: Lost vectors]. */
  readonly onLost: () => void;
  /** What differs from the usual policy; see [Note: Index policy]. */
  readonly policy?: Partial<IndexPolicy>;
}

export interface NearestOptions {
  /** `embedding` unless another is named. A column that the model has no values for has no neighbours. */
  readonly column?: VectorColumn;
  /** Only rows of these fingerprints. */
  readonly within?: readonly string[];
  /** The greatest cosine distance that anybody is interested in; without it, any. */
  readonly reach?: number;
  readonly signal?: AbortSignal;
}

/** How the embeddings are searched, for people who want to know. */
export interface VectorTableReport {
  readonly rows: number;
  readonly indexedRows: number;
  readonly kind: IndexChoice["kind"];
  /** Share of the 100 truly nearest that are found; 1 where every row is compared. */
  readonly recall: number;
  /** Undefined where nothing was measured yet. */
  readonly p50Ms: number | undefined;
  /** Whether questions for embeddings are answered from a copy. See [Note: Copy in memory]. */
  readonly isInMemory: boolean;
}

/**
 * Embeddings by content fingerprint, of one model. The native library, 200 MB of it, is loaded with the first
 * question or append and not before.
 */
export class VectorTable implements AsyncDisposable {
  readonly #file: TableFile;
  readonly #held: HeldTable;
  readonly #keeper: IndexKeeper;
  readonly #upkeep: TableUpkeep;
  readonly #copies: CopyKeeper;
  readonly #writes = new Serial();
  /** What is in the table, while there are appends: asked of the table each time, it would leave memory behind. */
  #known: KnownFingerprints | undefined;

  constructor({ folder, model, onLost, policy: changed }: VectorTableOptions) {
    const policy = { ...DEFAULT_POLICY, ...changed };
    this.#file = new TableFile(folder, model);
    this.#held = new HeldTable(this.#file, () => {
      this.#copies.drop();
      this.#known = undefined;
      onLost();
    });
    this.#copies = new CopyKeeper({ held: this.#held, writes: this.#writes, policy });
    const runner = new UpkeepRunner(this.#file);
    this.#keeper = new IndexKeeper(this.#file, policy, runner);
    this.#upkeep = new TableUpkeep({
      file: this.#file,
      held: this.#held,
      keeper: this.#keeper,
      runner,
      writes: this.#writes,
      policy,
    });
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
      const known = await this.#knownNow();
      const fresh = [...byFingerprint.values()].filter((row) => !known.has(row.fingerprint));
      const [first] = fresh;
      if (!first) return;
      const open = await this.#held.open();
      for (const { embedding } of fresh)
        expectDimension(embedding, open?.dimensions.embedding ?? first.embedding.length);
      try {
        if (open) await open.table.add(await toArrow(fresh));
        else await this.#held.create(await toArrow(fresh));
      } catch (error) {
        this.#copies.drop(); // The rows may be there all the same.
        this.#known = undefined;
        throw error;
      }
      for (const { fingerprint } of fresh) known.add(fingerprint);
      this.#copies.appended(fresh);
      await this.#upkeep.appended();
    });
  }

  /**
   * Nearest first, by cosine distance, `limit` of them where there are as many; a fingerprint's own row is among
   * them. What was appended is found at once. Of `query` only its direction matters. Distances are within 5e-5 of
   * the exact ones; see [Note: Copy in memory]. Rejects with the signal's reason.
   */
  async nearest(
    query: Float32Array,
    limit: number,
    { column = "embedding", within, reach, signal }: NearestOptions = {},
  ): Promise<Neighbour[]> {
    signal?.throwIfAborted();
    const dimension = (await this.#held.open())?.dimensions[column];
    if (dimension === undefined || within?.length === 0 || limit < 1) return [];
    expectDimension(query, dimension);
    const copy = column === "embedding" ? this.#copies.current : undefined;
    if (copy) {
      this.#copies.asked();
      return copy.nearest(query, { limit, within, reach });
    }
    const read = async ({ table }: OpenTable) => {
      const choice = await this.#keeper.choiceFor(table, column);
      if (choice === undefined) this.#upkeep.askedUnmeasured(column);
      const search = { column, choice, signal };
      return nearestInReach({ limit, reach }, (most) =>
        within === undefined
          ? nearestOverall(table, query, { ...search, limit: most })
          : nearestWithin(table, query, { ...search, limit: most, within }),
      );
    };
    const found = await this.#held.read([], read, signal);
    if (column === "embedding") this.#copies.asked();
    return found;
  }

  async get(fingerprint: string): Promise<Float32Array | undefined> {
    return (await this.#rows([fingerprint], ["embedding"])).get(fingerprint)?.embedding;
  }

  /**
   * Those of the fingerprints that are there, with those of the columns that the table has. Embeddings alone may come
   * from the copy in memory, and are then of unit length and within 5e-5 of what was appended.
   */
  async rows(
    fingerprints: readonly string[],
    columns: readonly VectorColumn[] = ["embedding"],
  ): Promise<Map<string, Vectors>> {
    const copy = this.#copies.current;
    if (!copy || columns.some((column) => column !== "embedding"))
      return this.#rows(fingerprints, columns);
    const found = new Map<string, Vectors>();
    for (const fingerprint of fingerprints) {
      const embedding = copy.vectorOf(fingerprint);
      if (embedding) found.set(fingerprint, { embedding });
    }
    return found;
  }

  async #rows(
    fingerprints: readonly string[],
    columns: readonly VectorColumn[],
  ): Promise<Map<string, Vectors>> {
    if (fingerprints.length === 0) return new Map();
    isOneOf(fingerprints);
    return this.#held.read(new Map<string, Vectors>(), async ({ table, dimensions }) => {
      const found = new Map<string, Vectors>();
      await readByFingerprint(table, fingerprints, {
        columns: columns.filter((column) => dimensions[column] !== undefined),
        visit: (fingerprint, vectors) => found.set(fingerprint, copied(vectors)),
      });
      return found;
    });
  }

  /** About `count` rows from all over the table, all of them where there are fewer. */
  async sample(
    count: number,
    columns: readonly VectorColumn[] = ["embedding"],
  ): Promise<({ fingerprint: string } & Vectors)[]> {
    return this.#held.read([], async ({ table, dimensions }) => {
      const present = columns.filter((column) => dimensions[column] !== undefined);
      const rows = await readSpread(table, count, { columns: present });
      return rows.map(({ fingerprint, vectors }) => ({ fingerprint, ...vectors }));
    });
  }

  async #knownNow(): Promise<KnownFingerprints> {
    this.#known ??= await this.#held.read(new KnownFingerprints(), async ({ table }) => {
      const known = new KnownFingerprints();
      for await (const batch of table.query().select(["fingerprint"]))
        eachRow(batch, [], (fingerprint) => known.add(fingerprint));
      return known;
    });
    return this.#known;
  }

  /** Those of the fingerprints that are there. */
  async has(fingerprints: readonly string[]): Promise<Set<string>> {
    if (fingerprints.length === 0) return new Set();
    const filter = isOneOf(fingerprints);
    return this.#held.read(new Set<string>(), async ({ table }) => {
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
      this.#copies.deleted(fingerprints);
      this.#known = undefined;
    });
  }

  async count(): Promise<number> {
    return this.#held.read(0, ({ table }) => table.countRows());
  }

  async describe(): Promise<VectorTableReport> {
    const isInMemory = this.#copies.current !== undefined;
    const flat = { indexedRows: 0, kind: "flat", recall: 1, p50Ms: undefined, isInMemory } as const;
    const none = { ...flat, rows: 0 };
    return this.#held.read<VectorTableReport>(none, async ({ table }) => {
      const choice = await this.#keeper.choiceFor(table, "embedding");
      const { rows, indexedRows } = await readState(table, "embedding");
      if (choice === undefined) return { ...flat, rows };
      const { kind, recallAt100: recall, p50Ms } = choice;
      const answering = { kind, recall, p50Ms, isInMemory };
      return { rows, indexedRows: kind === "flat" ? 0 : indexedRows, ...answering };
    });
  }

  /**
   * For idle moments: folds small files together, drops old versions and what a killed work left behind, and has the
   * columns measured and indexed where that makes questions faster, which may take minutes; questions go on
   * meanwhile, and appends wait for a fold alone.
   */
  async optimize(): Promise<void> {
    this.#known = undefined;
    await this.#upkeep.clearLeftovers();
    await this.#upkeep.foldIfWorth();
    await this.#upkeep.tend();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#upkeep[Symbol.asyncDispose]();
    await this.#copies[Symbol.asyncDispose]();
    await this.#writes.settled();
    await this.#held.close();
  }
}

function expectDimension(embedding: Float32Array, dimension: number): void {
  if (embedding.length === dimension) return;
  throw new Error(`expected an embedding of ${dimension} numbers but got ${embedding.length}`);
}
