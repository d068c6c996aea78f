import type { Job } from "./job.ts";

interface Sent {
  readonly job: Job;
  readonly timer: NodeJS.Timeout;
}

/** The calls that a worker is at, each with its deadline. */
export class InFlight {
  readonly #sent = new Map<number, Sent>();
  #lastId = 0;

  get size(): number {
    return this.#sent.size;
  }

  get openFiles(): number {
    return [...this.#sent.values()].filter(({ job }) => job.opensFile).length;
  }

  /** Returns the number of the call. */
  add(job: Job, deadlineMs: number, onOverdue: () => void): number {
    const id = ++this.#lastId;
    const timer = setTimeout(() => {
      job.setOverdue();
      onOverdue();
    }, deadlineMs);
    this.#sent.set(id, { job, timer });
    return id;
  }

  /** Undefined for a call of an earlier worker. */
  take(id: number): Job | undefined {
    const sent = this.#sent.get(id);
    clearTimeout(sent?.timer);
    this.#sent.delete(id);
    return sent?.job;
  }

  takeAll(): Job[] {
    return [...this.#sent.keys()].flatMap((id) => this.take(id) ?? []);
  }
}
