import { fromWireError, LibraryError } from "../../contract/errors.ts";
import type { ProviderChoice } from "../inference/provider-choice.ts";
import { usualCounts } from "../inference/worker-counts.ts";
import { InFlight } from "./in-flight.ts";
import { Job, type DeathRecord } from "./job.ts";
import type { WorkerCall, WorkerReply, WorkerSettings } from "./messages.ts";
import type { GivenUp, WorkerReport } from "./photo-worker.ts";
import { WaitingJobs } from "./waiting-jobs.ts";
import { WorkerChild } from "./worker-child.ts";

export interface SupervisorOptions {
  readonly settings: WorkerSettings;
  /** Memory above which the worker is replaced between jobs. */
  readonly maxRssBytes: number;
  /** How long one file may take. */
  readonly deadlineMs: number;
  /** Without it, deaths are forgotten with the supervisor. */
  readonly deaths?: DeathRecord;
}

const MAX_CRASHES_IN_A_ROW = 5;
const BACK_OFF_MS = 100;
/** Tensors whose inference is not asked for by then are decoded again in the next worker. */
const DRAIN_MS = 1000;
/** Opening a model and trying a provider take as long as they take. */
const REPORT_DEADLINE_MS = 180_000;
/** A film on a slow share: 5 MB a second. */
const SLOWEST_BYTES_PER_MS = 5000;

/**
 * Keeps one photo worker alive and every call answered.
 *
 * [Note: Who killed the worker] When a worker dies, any of the files it had open may be to blame. They are
 * tried again one at a time, in a worker that has shown that it can load the model, so that a second death
 * names the culprit: that file is set aside and the others are innocent. A death that convicts nobody counts
 * against the worker itself; after five in a row, without an answer between, something else is wrong.
 */
export class Supervisor implements AsyncDisposable {
  readonly #options: SupervisorOptions;
  readonly #waiting = new WaitingJobs();
  readonly #inFlight = new InFlight();
  /** Tensors that wait in the worker. */
  readonly #tensors = new Set<number>();
  readonly #answers = new Set<Promise<unknown>>();
  #settings: WorkerSettings;
  /** Files that are open in the worker at once; a worker that starts says what is right for this machine. */
  #filesAtOnce: number;
  #child: WorkerChild | undefined;
  #closing: Promise<void> = Promise.resolve();
  /** The first call to every worker; its answer says that the model is loaded, or why it cannot be. */
  #greeting: Job | undefined;
  #isGreeted = false;
  #isPaused = false;
  #isDraining = false;
  #timer: NodeJS.Timeout | undefined;
  #crashes = 0;
  #end: LibraryError | undefined;
  #givenUp: GivenUp | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#settings = options.settings;
    this.#filesAtOnce = (options.settings.counts ?? usualCounts()).filesAtOnce;
  }

  get choice(): ProviderChoice | undefined {
    return this.#settings.provider;
  }

  /** The worker that runs finishes what it has; the next one asks anew what is best. */
  restart(provider = this.#settings.provider): void {
    const { settled: _formerly, ...settings } = this.#settings;
    this.#settings = { ...settings, ...(provider && { provider }) };
    if (!this.#child) return;
    this.#isDraining = true;
    this.#pump();
  }

  /** It died too often and is not started again until somebody asks for it. */
  get givenUp(): GivenUp | undefined {
    return this.#givenUp;
  }

  /** Counts deaths anew; without effect where the worker was not given up. */
  startAgain(): void {
    if (!this.#givenUp) return;
    this.#givenUp = undefined;
    this.#end = undefined;
    this.#crashes = 0;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  submit(call: WorkerCall): Promise<unknown> {
    if (this.#end) return Promise.reject(this.#end);
    const job = new Job(call, "path" in call ? this.#options.deaths?.count(call.path) : 0);
    this.#answers.add(job.answer);
    const forget = () => void this.#answers.delete(job.answer);
    job.answer.then(forget, forget);
    // What the worker that is on its way out runs on is not what was asked.
    if (call.kind === "report" && this.#isDraining) this.#waiting.addForNextWorker(job);
    else this.#waiting.add(job);
    this.#pump();
    return job.answer;
  }

  /** Resolves when every call so far, and those that come meanwhile, is answered. */
  async settled(): Promise<void> {
    while (this.#answers.size > 0) await Promise.allSettled(this.#answers);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#givenUp = undefined;
    this.#stop(new LibraryError("engine-unavailable", "The photo worker has been closed."));
    this.#retire();
    await this.#closing;
  }

  /** Sends whatever may be sent now. */
  #pump(): void {
    if (this.#end || this.#isPaused) return;
    this.#sendWaiting();
    if (this.#isDraining && this.#inFlight.size === 0) this.#replaceWhenDrained();
  }

  #sendWaiting(): void {
    if (this.#waiting.size === 0) return;
    this.#child ??= this.#launch();
    if (this.#waiting.hasSuspects) {
      const suspect = this.#isGreeted && this.#inFlight.size === 0 && this.#waiting.takeSuspect();
      if (suspect) this.#send(suspect);
      return;
    }
    for (let job; (job = this.#waiting.take(this.#openings()));) this.#send(job);
  }

  #openings(): { file: boolean; model: boolean } {
    // After a crash a worker must first show that it can start, or files would be blamed for that.
    const isTrusted = this.#isGreeted || this.#crashes === 0;
    const file = isTrusted && !this.#isDraining && this.#inFlight.openFiles < this.#filesAtOnce;
    return { file, model: this.#isGreeted };
  }

  #launch(): WorkerChild {
    const child = new WorkerChild(this.#settings, {
      onReply: (reply) => this.#receive(reply),
      onNote: ({ id, note }) =>
        note === "waits" ? this.#inFlight.pause(id) : this.#inFlight.resume(id),
      onEnd: () => this.#onEnd(child),
    });
    this.#child = child;
    this.#isGreeted = false;
    this.#greeting = new Job({ kind: "report" });
    void this.#greeting.answer.then(
      (report) => this.#onGreeted(child, report as WorkerReport),
      () => this.#onGreeted(child), // Whoever needs the model is told why it cannot be had.
    );
    this.#send(this.#greeting);
    return child;
  }

  #onGreeted(child: WorkerChild, report?: WorkerReport): void {
    if (child !== this.#child) return;
    // One that is being replaced may have been asked for another provider.
    if (report && !this.#isDraining) {
      this.#settings = { ...this.#settings, settled: report.execution };
      this.#filesAtOnce = report.counts.filesAtOnce;
    }
    this.#isGreeted = true;
    this.#pump();
  }

  #send(job: Job): void {
    const { call } = job;
    const id = this.#inFlight.add(job, this.#deadlineMs(call), () => this.#child?.kill());
    if (call.kind === "infer") this.#tensors.delete(call.tensor);
    this.#child?.send(id, call);
  }

  #deadlineMs(call: WorkerCall): number {
    if (call.kind === "report") return REPORT_DEADLINE_MS;
    const { sizeBytes = 0 } = call.kind === "fingerprint" ? call : {};
    return this.#options.deadlineMs + sizeBytes / SLOWEST_BYTES_PER_MS;
  }

  #receive({ id, outcome, rssBytes }: WorkerReply): void {
    const job = this.#inFlight.take(id);
    if (!job) return;
    if (job.call.kind !== "report") this.#crashes = 0;
    if (outcome.kind === "done") {
      if (job.call.kind === "render" && job.call.tensor !== undefined)
        this.#tensors.add(job.call.tensor);
      this.#acquit(job.call);
      job.resolve(outcome.value);
    }
    if (outcome.kind === "failed") job.reject(fromWireError(outcome.error));
    if (outcome.kind === "gone") {
      job.startOver();
      this.#waiting.add(job);
    }
    if (rssBytes > this.#options.maxRssBytes) this.#isDraining = true;
    this.#pump();
  }

  /** Memory that native libraries hold back returns only with the process. */
  #replaceWhenDrained(): void {
    clearTimeout(this.#timer);
    if (this.#tensors.size > 0) {
      this.#timer = setTimeout(() => {
        this.#tensors.clear();
        this.#pump();
      }, DRAIN_MS);
      return;
    }
    this.#retire();
    this.#pause(this.#closing);
  }

  #onEnd(child: WorkerChild): void {
    if (child !== this.#child) return;
    const suspects = this.#inFlight.takeAll().filter((job) => job !== this.#greeting);
    this.#forgetChild();
    const convicted = suspects.filter((job) => this.#judge(job, suspects.length === 1));
    if (convicted.length === 0) this.#crashes++;
    if (this.#crashes >= MAX_CRASHES_IN_A_ROW) this.#giveUp(suspects);
    else {
      const waitMs = this.#crashes > 1 ? BACK_OFF_MS * 2 ** this.#crashes : 0;
      this.#pause(new Promise((resolve) => (this.#timer = setTimeout(resolve, waitMs))));
    }
  }

  #giveUp(open: readonly Job[]): void {
    const [worst] = open.toSorted((a, b) => b.deaths - a.deaths);
    const path = worst && "path" in worst.call ? worst.call.path : undefined;
    this.#givenUp = { path };
    const over = path === undefined ? "" : ` while it read ${path}`;
    const message = `Expected the photo worker to run but it ended ${this.#crashes} times in a row${over}`;
    this.#stop(new LibraryError("engine-unavailable", message));
  }

  /** True when the file is set aside; otherwise it gets another chance. */
  #judge(job: Job, wasAlone: boolean): boolean {
    const verdict = job.blame({ wasAlone });
    if ("path" in job.call) this.#options.deaths?.add(job.call.path);
    if (verdict) job.reject(verdict);
    else if (job.call.kind === "report") this.#waiting.add(job);
    else {
      job.startOver();
      this.#waiting.addSuspect(job);
    }
    return verdict !== undefined;
  }

  /** A fingerprint is read without decoding, and says nothing about what decoding does. */
  #acquit(call: WorkerCall): void {
    if ("path" in call && call.kind !== "fingerprint") this.#options.deaths?.clear(call.path);
  }

  #pause(until: Promise<void>): void {
    this.#isPaused = true;
    void until.then(() => {
      this.#isPaused = false;
      this.#pump();
    });
  }

  /** Ends the worker that runs, if one does. */
  #retire(): void {
    const child = this.#child;
    this.#forgetChild();
    if (child) this.#closing = child.close();
  }

  #forgetChild(): void {
    clearTimeout(this.#timer);
    this.#tensors.clear();
    this.#child = undefined;
    this.#isDraining = false;
  }

  /** For good: what waits and what comes later is refused with `reason`. */
  #stop(reason: LibraryError): void {
    this.#end ??= reason;
    for (const job of [...this.#inFlight.takeAll(), ...this.#waiting.takeAll()]) {
      job.answer.catch(() => {}); // A greeting has nobody who waits for it.
      job.reject(reason);
    }
  }
}
