/**
 * Calls `act` at most once in `everyMs`, soon after the first request and once more after the last, so that
 * what is reported last is always what is true.
 */
export class Throttle implements Disposable {
  readonly #act: () => void;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #lastMs = -Infinity;

  constructor(everyMs: number, act: () => void) {
    this.#act = act;
    this.#everyMs = everyMs;
  }

  request(): void {
    const waitMs = Math.max(0, this.#lastMs + this.#everyMs - performance.now());
    this.#timer ??= setTimeout(() => this.flush(), waitMs);
  }

  /** Acts now if something was requested. */
  flush(): void {
    if (this.#timer === undefined) return;
    this[Symbol.dispose]();
    this.#lastMs = performance.now();
    this.#act();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
