/**
 * @file What the inference thread and its starter say to each other.
 */
import type { WireError } from "../../contract/errors.ts";
import type { Inference } from "./inference.ts";
import type { Execution, ProviderChoice } from "./provider-choice.ts";
import type { ResolvedModel } from "./models/resolved-model.ts";
import type { WorkerCounts } from "./worker-counts.ts";

export interface InferenceOrder {
  readonly model: ResolvedModel;
  /** Without it, what the user chose for this machine. */
  readonly choice?: ProviderChoice;
  /** The outcome of an earlier choice on this machine: it is not tried again. */
  readonly settled?: Execution;
  /** Instead of what is remembered of this machine. */
  readonly counts?: WorkerCounts;
}

export interface InferenceReady {
  readonly execution: Execution;
  /** Why each better candidate that this machine has was passed over. */
  readonly reasons: readonly string[];
  readonly counts: WorkerCounts;
  readonly maxBatch: number;
  readonly onnxruntime: string;
}

/** Tensors travel there and back without being copied. */
export interface BatchOrder {
  readonly tensors: readonly Float32Array<ArrayBuffer>[];
}

export type InferenceReply =
  | { readonly kind: "ready"; readonly ready: InferenceReady }
  | { readonly kind: "unable"; readonly error: WireError }
  | {
      readonly kind: "done";
      readonly inferences: readonly Inference[];
      readonly tensors: readonly Float32Array<ArrayBuffer>[];
    }
  | { readonly kind: "failed"; readonly error: WireError };
