import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import type { WorkerCall } from "./messages.ts";

/** A file that has taken this many workers with it is set aside. */
const MAX_DEATHS = 2;

/** What is remembered of files between two runs of the app; see catalog/worker-deaths.ts. */
export interface DeathRecord {
  count(path: string): number;
  add(path: string): void;
  clear(path: string): void;
}

/** One call on its way through any number of workers. */
export class Job {
  readonly answer: Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: LibraryError) => void;
  #call: WorkerCall;
  #deaths: number;
  #isOverdue = false;

  /** `deaths`: of workers that had its file open before. */
  constructor(call: WorkerCall, deaths = 0) {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#call = call;
    this.#deaths = deaths;
    this.answer = promise;
    this.resolve = resolve;
    this.reject = reject;
  }

  /** Of workers that had its file open. */
  get deaths(): number {
    return this.#deaths;
  }

  get call(): WorkerCall {
    return this.#call;
  }

  /** Takes a core; the others only wait for the model. */
  get opensFile(): boolean {
    return this.call.kind !== "infer" && this.call.kind !== "report";
  }

  get needsModel(): boolean {
    return this.call.kind === "infer" || this.call.kind === "report" || this.isAwaited;
  }

  /** Somebody looks at a picture and waits for what is like it, or why. */
  get isAwaited(): boolean {
    return ["look", "maps", "grey"].includes(this.call.kind);
  }

  /** Its deadline passed, which is why its worker is about to be killed. */
  setOverdue(): void {
    this.#isOverdue = true;
  }

  /** The tensor is lost with its worker: the same answer from the file itself. */
  startOver(): void {
    if (this.call.kind === "infer") this.#call = { kind: "look", path: this.call.path };
  }

  /** Its worker died. Returns what is to be said of the file, or undefined while it may be innocent. */
  blame({ wasAlone }: { wasAlone: boolean }): LibraryError | undefined {
    this.#deaths++;
    if (this.call.kind === "report") return undefined;
    const { path } = this.call;
    // Beside others it may have been one of them, also where it was suspected before.
    if (!wasAlone) return undefined;
    if (this.#isOverdue) {
      const message = `Expected ${path} to be read in time but it was not`;
      return new LibraryError("decode-timeout", message, { why: tell("reading.timeout") });
    }
    if (this.#deaths < MAX_DEATHS) return undefined;
    const message = `Expected ${path} to be decoded but it ended the photo worker ${MAX_DEATHS} times`;
    return new LibraryError("decoder-crashed", message, { why: tell("reading.crashed") });
  }
}
