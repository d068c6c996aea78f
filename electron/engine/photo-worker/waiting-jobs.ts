import type { Job } from "./job.ts";

/** What may be sent to a worker at this moment. */
export interface Openings {
  readonly file: boolean;
  readonly model: boolean;
}

/** Jobs that no worker has yet, in their order; those for the model do not wait behind those for files. */
export class WaitingJobs {
  readonly #files: Job[] = [];
  /** Somebody waits for these, and nobody for what is being indexed. */
  readonly #looks: Job[] = [];
  readonly #others: Job[] = [];
  /** In flight when a worker died: one at a time, before anything else. */
  readonly #suspects: Job[] = [];

  get size(): number {
    return [this.#files, this.#looks, this.#others, this.#suspects].reduce(
      (sum, { length }) => sum + length,
      0,
    );
  }

  get hasSuspects(): boolean {
    return this.#suspects.length > 0;
  }

  add(job: Job): void {
    if (job.isAwaited) this.#looks.push(job);
    else (job.opensFile ? this.#files : this.#others).push(job);
  }

  /** Behind the files, which no worker that is about to be replaced is given. */
  addForNextWorker(job: Job): void {
    this.#files.push(job);
  }

  addSuspect(job: Job): void {
    this.#suspects.push(job);
  }

  takeSuspect(): Job | undefined {
    return this.#suspects.shift();
  }

  take(openings: Openings): Job | undefined {
    if (openings.model && this.#others.length > 0) return this.#others.shift();
    if (!openings.file) return undefined;
    if (openings.model && this.#looks.length > 0) return this.#looks.shift();
    const [next] = this.#files;
    return next?.needsModel && !openings.model ? undefined : this.#files.shift();
  }

  takeAll(): Job[] {
    return [this.#suspects, this.#others, this.#looks, this.#files].flatMap((jobs) =>
      jobs.splice(0),
    );
  }
}
