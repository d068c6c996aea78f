/**
 * @file What the inference thread and its starter say to each other.
 */
import type { WireError } from "../../contract/errors.ts";
import type { Inference } from "./inference.ts";
import type { Provider, ProviderChoice } from "./provider-choice.ts";
import type { ResolvedModel } from "./models/resolved-model.ts";

export interface InferenceOrder {
  readonly model: ResolvedModel;
  readonly choice: ProviderChoice;
  /** The outcome of an earlier choice on this machine: it is not tried again. */
  readonly settled?: Provider;
}

export interface InferenceReady {
  readonly provider: Provider;
  readonly reasons: readonly string[];
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
