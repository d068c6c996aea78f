import { Throttle } from "../support/throttle.ts";

/** Rows in one append: a write of one row costs as much as one of hundreds, and leaves as many files. */
const FULL = 64;

/** A photo's walk may wait this long for company; a new file must be found within two seconds. */
const MAX_WAIT_MS = 300;

interface Waiting<Row> {
  readonly row: Row;
  readonly resolve: (isCurrent: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

export interface CommitBatchOptions<Row> {
  /** Writes the rows and answers, in order, which of them still hold. */
  write(rows: readonly Row[]): Promise<boolean[]>;
  /** Called when a row begins to wait: its photo no longer needs the photo worker. */
  onWaiting(): void;
}

/** Gathers finished photos so that vectors are appended, and the catalog committed, many at a time. */
export class CommitBatch<Row> implements AsyncDisposable {
  readonly #options: CommitBatchOptions<Row>;
  readonly #timer = new Throttle(MAX_WAIT_MS, () => void this.#write());
  #waiting: Waiting<Row>[] = [];
  #writing: Promise<void> | undefined;
  #inWrite = 0;

  constructor(options: CommitBatchOptions<Row>) {
    this.#options = options;
  }

  /** Rows that wait or are being written. */
  get size(): number {
    return this.#waiting.length + this.#inWrite;
  }

  add(row: Row): Promise<boolean> {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    this.#waiting.push({ row, resolve, reject });
    if (this.#waiting.length >= FULL) void this.#write();
    else this.#timer.request();
    this.#options.onWaiting();
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#timer[Symbol.dispose]();
    await this.#writing;
    await this.#write();
  }

  /** One write at a time; what arrives meanwhile is the next batch. */
  async #write(): Promise<void> {
    if (this.#writing || this.#waiting.length === 0) return;
    this.#writing = this.#writeAll(this.#waiting.splice(0, FULL));
    await this.#writing;
    this.#writing = undefined;
    if (this.#waiting.length >= FULL) void this.#write();
    else if (this.#waiting.length > 0) this.#timer.request();
  }

  async #writeAll(batch: readonly Waiting<Row>[]): Promise<void> {
    this.#inWrite = batch.length;
    try {
      const current = await this.#options.write(batch.map(({ row }) => row));
      batch.forEach(({ resolve }, index) => resolve(current[index]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.#inWrite = 0;
    }
  }
}
