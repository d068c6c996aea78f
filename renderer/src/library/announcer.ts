/** A screen reader that is interrupted more often says nothing whole. */
const REST_MS = 1_500;
/** A count that is another one a moment later is not worth hearing. */
const SETTLE_MS = 400;

/**
 * When screen readers are told what: one message in a while, and of several that wait the last. What came of something
 * that somebody did goes before counts and progress, which follow it.
 */
export class Announcer {
  readonly #tell: (text: string) => void;
  #answer: string | undefined;
  #count: { readonly text: string; readonly fromMs: number } | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #lastMs = -Infinity;

  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  say(text: string): void {
    this.#answer = text;
    this.#wait();
  }

  /** Of what may be another one at once, as a list while somebody types. */
  sayWhenSettled(text: string): void {
    this.#count = { text, fromMs: performance.now() + SETTLE_MS };
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#waiting);
    const fromMs = this.#answer === undefined ? this.#count?.fromMs : 0;
    if (fromMs === undefined) return;
    const dueMs = Math.max(fromMs, this.#lastMs + REST_MS);
    this.#waiting = setTimeout(() => this.#tellNext(), Math.max(0, dueMs - performance.now()));
  }

  #tellNext(): void {
    const text = this.#answer ?? this.#count?.text;
    if (this.#answer === undefined) this.#count = undefined;
    this.#answer = undefined;
    this.#lastMs = performance.now();
    if (text !== undefined) this.#tell(text);
    this.#wait();
  }
}
