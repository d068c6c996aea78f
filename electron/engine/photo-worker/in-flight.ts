import type { Job } from "./job.ts";

interface Sent {
  readonly job: Job;
  readonly startTimer: () => NodeJS.Timeout;
  timer: NodeJS.Timeout;
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
    const startTimer = () =>
      setTimeout(() => {
        job.setOverdue();
        onOverdue();
      }, deadlineMs);
    this.#sent.set(id, { job, startTimer, timer: startTimer() });
    return id;
  }

  /** Its file waits behind others, each of which has a deadline of its own. */
  pause(id: number): void {
    clearTimeout(this.#sent.get(id)?.timer);
  }

  /** From now on its file has all the time that a file may take. */
  resume(id: number): void {
    const sent = this.#sent.get(id);
    if (!sent) return;
    clearTimeout(sent.timer);
    sent.timer = sent.startTimer();
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
