/**
 * Lets at most `limit` thumbnails load at a time, in the order wanted. What is no longer wanted before
 * its turn is never asked for, so that a long scroll loads only where it ends.
 */
export class LoadQueue {
  readonly #limit: number;
  readonly #grant: (key: string) => void;
  readonly #inFlight = new Set<string>();
  readonly #settled = new Set<string>();
  #wanted: readonly string[] = [];
  #isPaused = false;

  constructor(limit: number, grant: (key: string) => void) {
    this.#limit = limit;
    this.#grant = grant;
  }

  /** Replaces what is wanted, most urgent first. Loads in flight that nobody wants free their place. */
  want(keys: readonly string[]): void {
    this.#wanted = keys;
    const wanted = new Set(keys);
    for (const key of this.#inFlight) if (!wanted.has(key)) this.#inFlight.delete(key);
    this.#fill();
  }

  /** Loaded or failed: the place is free. */
  settle(key: string): void {
    this.#inFlight.delete(key);
    this.#settled.add(key);
    this.#fill();
  }

  /** While the grid flies past, nothing is worth loading. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#fill();
  }

  #fill(): void {
    for (const key of this.#wanted) {
      if (this.#settled.has(key)) this.#grant(key);
      else if (!this.#isPaused && this.#inFlight.size < this.#limit && !this.#inFlight.has(key)) {
        this.#inFlight.add(key);
        this.#grant(key);
      }
    }
  }
}
