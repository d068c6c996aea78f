/** Enough for going back and forth; each is a fingerprint of 64 letters. */
const MOST_REMEMBERED = 5_000;

export interface LoadOrders {
  readonly grant: (key: string) => void;
  /** Stop loading, and show it no longer. */
  readonly revoke: (key: string) => void;
}

/**
 * Lets at most `limit` thumbnails load at a time, in the order wanted. What is no longer wanted before
 * its turn is never asked for, and what is on its way is given up, so that a long scroll loads only where it ends.
 */
export class LoadQueue {
  readonly #limit: number;
  readonly #orders: LoadOrders;
  readonly #granted = new Set<string>();
  readonly #inFlight = new Set<string>();
  /** Loaded or failed, the latest last. */
  readonly #settled = new Set<string>();
  #wanted: readonly string[] = [];
  #isPaused = false;

  constructor(limit: number, orders: LoadOrders) {
    this.#limit = limit;
    this.#orders = orders;
  }

  /**
   * Replaces what is wanted, most urgent first. What is in the page as well keeps its picture if it has one, and gets none
   * otherwise.
   */
  want(keys: readonly string[], inPage: readonly string[] = keys): void {
    this.#wanted = [...keys, ...inPage.filter((key) => this.#settled.has(key))];
    const wanted = new Set(this.#wanted);
    for (const key of this.#granted) {
      if (wanted.has(key)) continue;
      this.#granted.delete(key);
      this.#inFlight.delete(key);
      this.#orders.revoke(key);
    }
    this.#fill();
  }

  /** Loaded or failed: the place is free. */
  settle(key: string): void {
    this.#inFlight.delete(key);
    this.#settled.delete(key);
    this.#settled.add(key);
    for (const oldest of this.#settled) {
      if (this.#settled.size <= MOST_REMEMBERED) break;
      this.#settled.delete(oldest);
    }
    this.#fill();
  }

  /** It was on the screen before, so the browser has it at hand. */
  hasSettled(key: string): boolean {
    return this.#settled.has(key);
  }

  /** While the grid flies past, nothing is worth loading. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#fill();
  }

  #fill(): void {
    for (const key of this.#wanted) {
      if (this.#granted.has(key)) continue;
      const isAtHand = this.#settled.has(key);
      if (!isAtHand && (this.#isPaused || this.#inFlight.size >= this.#limit)) continue;
      if (!isAtHand) this.#inFlight.add(key);
      this.#granted.add(key);
      this.#orders.grant(key);
    }
  }
}
