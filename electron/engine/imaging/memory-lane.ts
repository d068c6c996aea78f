/** What a decode that may have to wait tells of itself, so that the time it waits is not held against its file. */
export interface Turn {
  waits(): void;
  begins(): void;
}

interface Waiting {
  readonly bytes: number;
  readonly begin: () => void;
}

/**
 * Keeps decodes that hold whole pictures within one budget, in the order they came. One that needs more than
 * the budget runs alone.
 */
export class MemoryLane {
  readonly #budgetBytes: number;
  readonly #waiting: Waiting[] = [];
  #inUseBytes = 0;

  /** What those that are being decoded now were said to need. */
  get inUseBytes(): number {
    return this.#inUseBytes;
  }

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  async run<T>(bytes: number, job: () => Promise<T>, turn?: Turn): Promise<T> {
    if (bytes === 0) return job();
    if (this.#waiting.length > 0 || !this.#fits(bytes)) {
      turn?.waits();
      await new Promise<void>((resolve) => this.#waiting.push({ bytes, begin: resolve }));
      turn?.begins();
    } else {
      this.#inUseBytes += bytes;
    }
    try {
      return await job();
    } finally {
      this.#inUseBytes -= bytes;
      this.#admit();
    }
  }

  /** Takes the bytes before the next one in line is looked at. */
  #admit(): void {
    for (let next; (next = this.#waiting[0]) && this.#fits(next.bytes);) {
      this.#waiting.shift();
      this.#inUseBytes += next.bytes;
      next.begin();
    }
  }

  #fits(bytes: number): boolean {
    return this.#inUseBytes === 0 || this.#inUseBytes + bytes <= this.#budgetBytes;
  }
}
