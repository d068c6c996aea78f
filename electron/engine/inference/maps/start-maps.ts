import { Worker } from "node:worker_threads";
import { fromWireError } from "../../../contract/errors.ts";
import { entryUrl } from "../../support/entry-url.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import type { MapAnswer, MapOrder, MapReply } from "./map-messages.ts";
import type { MapQuestion } from "./picture-maps.ts";

/** Somebody who looks at one pair after another; then the second copy of the model is let go. */
const IDLE_MS = 30_000;

type Waiting = PromiseWithResolvers<MapAnswer>;

/** The model with its maps, in a thread that begins with the first question and ends when there are no more. */
export class MapThread implements AsyncDisposable {
  readonly #model: ResolvedModel;
  readonly #idleMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(model: ResolvedModel, { idleMs = IDLE_MS } = {}) {
    this.#model = model;
    this.#idleMs = idleMs;
  }

  get isRunning(): boolean {
    return this.#thread !== undefined;
  }

  /** The tensor is not the caller's any more. Rejects as `openMapSession` and its `run` do. */
  ask(tensor: Float32Array<ArrayBuffer>, question: MapQuestion): Promise<MapAnswer> {
    clearTimeout(this.#idle);
    const order: MapOrder = { id: ++this.#lastId, tensor, question };
    const waiting = Promise.withResolvers<MapAnswer>();
    this.#waiting.set(order.id, waiting);
    this.#thread ??= this.#start();
    this.#thread.postMessage(order, [tensor.buffer]);
    return waiting.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #start(): Worker {
    const entry = entryUrl(new URL("./map-thread.ts", import.meta.url));
    const thread = new Worker(entry, { workerData: this.#model });
    thread.on("message", (reply: MapReply) => this.#receive(reply));
    thread.on("error", (error: Error) => this.#fail(error));
    return thread;
  }

  #receive(reply: MapReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === "done") waiting?.resolve(reply.answer);
    else waiting?.reject(fromWireError(reply.error));
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => void this[Symbol.asyncDispose](), this.#idleMs);
  }

  /** The next question begins another thread. */
  #fail(error: Error): void {
    this.#thread = undefined;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
