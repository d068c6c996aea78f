import type { Job } from "./job.ts";

/** What may be sent to a worker at this moment. */
export interface Openings {
  readonly file: boolean;
  readonly model: boolean;
}

/** Jobs that no worker has yet, in their order; those for the model do not wait behind those for files. */
export class WaitingJobs {
  readonly #files: Job[] = [];
  readonly #others: Job[] = [];
  /** In flight when a worker died: one at a time, before anything else. */
  readonly #suspects: Job[] = [];

  get size(): number {
    return this.#files.length + this.#others.length + this.#suspects.length;
  }

  get hasSuspects(): boolean {
    return this.#suspects.length > 0;
  }

  add(job: Job): void {
    (job.opensFile ? this.#files : this.#others).push(job);
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
    const [next] = this.#files;
    if (!next || !openings.file || (next.needsModel && !openings.model)) return undefined;
    return this.#files.shift();
  }

  takeAll(): Job[] {
    return [...this.#suspects.splice(0), ...this.#others.splice(0), ...this.#files.splice(0)];
  }
}
