import { inBackground } from "../support/in-background.ts";
import type { Serial } from "../support/serial.ts";
import type { VectorRow } from "./arrow-rows.ts";
import { hasDotKernel } from "./dot-kernel.ts";
import type { HeldTable, OpenTable } from "./held-table.ts";
import type { IndexPolicy } from "./index-policy.ts";
import { eachRow } from "./read-vectors.ts";
import { copyBytes, VectorCopy } from "./vector-copy.ts";

export interface CopyKeeperOptions {
  readonly held: HeldTable;
  /** The lane of everything that changes the table: a copy is made in it, so that nothing is missed. */
  readonly writes: Serial;
  readonly policy: IndexPolicy;
}

/**
 * [Note: Copy in memory] Half of what a question costs an index is reading the exact vectors of what it found, and a
 * filter costs as much again. Up to `mostCopyBytes` the embeddings are therefore kept in memory while questions come:
 * read after the first of them, following every append, given back when there was no question for a while. A table
 * that is larger, or whose copy is not there yet, answers by its index.
 */
export class CopyKeeper implements AsyncDisposable {
  readonly #options: CopyKeeperOptions;
  readonly #stop = new AbortController();
  #copy: VectorCopy | undefined;
  #loading: Promise<void> | undefined;
  #release: NodeJS.Timeout | undefined;

  constructor(options: CopyKeeperOptions) {
    this.#options = options;
  }

  /** Undefined until the copy is complete. */
  get current(): VectorCopy | undefined {
    return this.#copy;
  }

  /** A question was answered: more of them will come. */
  asked(): void {
    if (this.#stop.signal.aborted) return;
    if (this.#copy) {
      this.#release?.refresh();
      return;
    }
    this.#loading ??= this.#options.writes
      .run(() => this.#load())
      .finally(() => (this.#loading = undefined));
    inBackground("copy the embeddings into memory", this.#loading);
  }

  /** To be told in the lane of writes. */
  appended(rows: readonly VectorRow[]): void {
    const copy = this.#copy;
    if (!copy) return;
    for (const { fingerprint, embedding } of rows) copy.add(fingerprint, embedding);
    if (copyBytes(copy.rows, rows[0]?.embedding.length ?? 0) > this.#options.policy.mostCopyBytes)
      this.drop();
  }

  /** To be told in the lane of writes. */
  deleted(fingerprints: readonly string[]): void {
    for (const fingerprint of fingerprints) this.#copy?.remove(fingerprint);
  }

  /** What it holds may not be what the table holds any more. */
  drop(): void {
    clearTimeout(this.#release);
    this.#copy = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    this.drop();
    await this.#loading?.catch(() => undefined); // It was told of where it was begun.
  }

  async #load(): Promise<void> {
    const { held, policy } = this.#options;
    const open = this.#stop.signal.aborted ? undefined : await held.open();
    if (!open || !hasDotKernel()) return;
    const rows = await open.table.countRows();
    if (rows < policy.fewestRows) return;
    if (copyBytes(rows, open.dimensions.embedding) > policy.mostCopyBytes) return;
    const copy = await this.#read(open);
    // Lost while it was read, or closed.
    if (this.#stop.signal.aborted || (await held.open())?.table !== open.table) return;
    this.#copy = copy;
    this.#release = setTimeout(() => this.drop(), policy.keepCopyMs).unref();
  }

  async #read({ table, dimensions }: OpenTable): Promise<VectorCopy> {
    const copy = new VectorCopy(dimensions.embedding);
    const columns = ["embedding"] as const;
    // A thousand rows at a time: requests are answered in between.
    for await (const batch of table.query().select(["fingerprint", ...columns])) {
      if (this.#stop.signal.aborted) break;
      eachRow(batch, columns, (fingerprint, { embedding }) => copy.add(fingerprint, embedding!));
    }
    return copy;
  }
}
