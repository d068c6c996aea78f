/**
 * Runs a task at most once in a while and never twice at a time. Calls in between become one run at the
 * end, so that the last state is always seen. A task that fails is run by the next call.
 */
export class Throttle {
  readonly #intervalMs: number;
  readonly #task: () => Promise<void>;
  #isRunning = false;
  #isAsked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastStartMs = -Infinity;

  constructor(intervalMs: number, task: () => Promise<void>) {
    this.#intervalMs = intervalMs;
    this.#task = task;
  }

  run(): void {
    this.#isAsked = true;
    if (this.#isRunning || this.#timer !== undefined) return;
    const waitMs = Math.max(0, this.#lastStartMs + this.#intervalMs - performance.now());
    this.#timer = setTimeout(() => void this.#start(), waitMs);
  }

  async #start(): Promise<void> {
    this.#timer = undefined;
    this.#isAsked = false;
    this.#isRunning = true;
    this.#lastStartMs = performance.now();
    try {
      await this.#task();
    } catch {
      // Background reading: the connection's own notice tells when the engine is away.
    } finally {
      this.#isRunning = false;
      if (this.#wasAskedMeanwhile()) this.run();
    }
  }

  #wasAskedMeanwhile(): boolean {
    return this.#isAsked;
  }
}
