import type { Progress } from "../../contract/progress.ts";

/** Long enough to smooth a batch, short enough to follow a change of folder. */
const WINDOW_MS = 5000;

/** Counts one run, from idle to idle. */
export class ProgressMeter {
  readonly #now: () => number;
  #done = 0;
  #failed = 0;
  #recent: number[] = [];
  #path: string | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A photo begins its walk. */
  begin(path: string): void {
    this.#path = path;
  }

  finish(outcome: { readonly failed: boolean }): void {
    this.#done++;
    if (outcome.failed) this.#failed++;
    this.#recent.push(this.#now());
  }

  read(waiting: number, scanning: number): Progress {
    const since = this.#now() - WINDOW_MS;
    this.#recent = this.#recent.filter((atMs) => atMs >= since);
    const spanMs = this.#recent.length > 1 ? this.#now() - this.#recent[0]! : 0;
    const isIdle = waiting === 0 && scanning === 0;
    return {
      scanning,
      done: this.#done,
      total: this.#done + waiting,
      failed: this.#failed,
      perSecond: isIdle || spanMs === 0 ? 0 : (this.#recent.length * 1000) / spanMs,
      ...(waiting > 0 && this.#path !== undefined && { path: this.#path }),
    };
  }

  /** The next photo begins a new run. */
  reset(): void {
    this.#done = 0;
    this.#failed = 0;
    this.#recent = [];
    this.#path = undefined;
  }
}
