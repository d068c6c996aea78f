import { setImmediate as yieldToOthers } from "node:timers/promises";

/** For long arithmetic on the thread that answers questions: lets others on, at most every so often. */
export class Pause {
  readonly #everyMs: number;
  #lastMs = performance.now();

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  async ifDue(): Promise<void> {
    if (performance.now() - this.#lastMs < this.#everyMs) return;
    await yieldToOthers();
    this.#lastMs = performance.now();
  }
}
