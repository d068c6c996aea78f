import { Worker } from "node:worker_threads";
import { fromWireError } from "../../contract/errors.ts";
import { entryUrl } from "../support/entry-url.ts";
import type { Inference } from "./inference.ts";
import type {
  BatchOrder,
  InferenceOrder,
  InferenceReady,
  InferenceReply,
} from "./inference-messages.ts";
import { tensorLength } from "./preprocess.ts";

interface Waiting {
  readonly tensor: Float32Array<ArrayBuffer>;
  resolve(inference: Inference): void;
  reject(error: Error): void;
}

/**
 * The model in a thread of its own.
 *
 * [Note: Batches fill by themselves] While one batch runs, what arrives waits, and becomes the next. A slow
 * model gets full batches and a fast one answers at once, without a timer that would be wrong for both.
 */
export class InferenceThread implements AsyncDisposable {
  /** Rejects when the model cannot run here. */
  readonly ready: Promise<InferenceReady>;
  readonly #thread: Worker;
  readonly #length: number;
  readonly #settleReady: PromiseWithResolvers<InferenceReady>;
  /** Tensors that have come back, to be filled again. */
  readonly #spare: Float32Array<ArrayBuffer>[] = [];
  #waiting: Waiting[] = [];
  #running: Waiting[] = [];
  #maxBatch = 0;
  #failure: Error | undefined;

  constructor(order: InferenceOrder) {
    this.#length = tensorLength(order.model.input);
    this.#settleReady = Promise.withResolvers<InferenceReady>();
    this.ready = this.#settleReady.promise;
    this.ready.catch(() => {
      // Every inference rejects with the same reason, so nobody has to wait for this.
    });
    const entry = entryUrl(new URL("./inference-thread.ts", import.meta.url));
    this.#thread = new Worker(entry, { workerData: order });
    this.#thread.on("message", (reply: InferenceReply) => this.#receive(reply));
    this.#thread.on("error", (error: Error) => this.#fail(error));
  }

  /** A tensor to write one photo into; hand it to {@link infer}. */
  takeTensor(): Float32Array<ArrayBuffer> {
    return this.#spare.pop() ?? new Float32Array(this.#length);
  }

  /** The tensor is not the caller's any more. */
  infer(tensor: Float32Array<ArrayBuffer>): Promise<Inference> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ tensor, resolve, reject });
      this.#runNext();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread.terminate();
  }

  #runNext(): void {
    if (this.#maxBatch === 0 || this.#running.length > 0 || this.#waiting.length === 0) return;
    this.#running = this.#waiting.splice(0, this.#maxBatch);
    const tensors = this.#running.map(({ tensor }) => tensor);
    const order: BatchOrder = { tensors };
    this.#thread.postMessage(
      order,
      tensors.map(({ buffer }) => buffer),
    );
  }

  #receive(reply: InferenceReply): void {
    switch (reply.kind) {
      case "ready":
        this.#maxBatch = reply.ready.maxBatch;
        this.#settleReady.resolve(reply.ready);
        break;
      case "unable":
        this.#fail(fromWireError(reply.error));
        break;
      case "done":
        this.#running.forEach((each, i) => each.resolve(reply.inferences[i]!));
        this.#running = [];
        this.#spare.push(...reply.tensors);
        break;
      case "failed":
        for (const each of this.#running) each.reject(fromWireError(reply.error));
        this.#running = [];
        break;
    }
    this.#runNext();
  }

  #fail(error: Error): void {
    this.#failure = error;
    this.#settleReady.reject(error);
    for (const each of [...this.#running, ...this.#waiting]) each.reject(error);
    this.#running = [];
    this.#waiting = [];
  }
}
