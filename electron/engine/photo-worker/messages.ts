/**
 * @file What the engine and the photo worker's process say to each other.
 */
import type { WireError } from "../../contract/errors.ts";
import type { Region } from "../../contract/similar.ts";
import type { Execution, ProviderChoice } from "../inference/provider-choice.ts";
import type { ResolvedModel } from "../inference/models/resolved-model.ts";
import type { WorkerCounts } from "../inference/worker-counts.ts";

export interface WorkerSettings {
  readonly model: ResolvedModel;
  /** Without it, what the user chose for this machine. */
  readonly provider?: ProviderChoice;
  /** What `provider` came to earlier; a worker that follows another does not try again. */
  readonly settled?: Execution;
  /** Instead of what is remembered of this machine. */
  readonly counts?: WorkerCounts;
}

/** The methods of PhotoWorker as data; the engine numbers the tensors. */
export type WorkerCall =
  | { readonly kind: "report" }
  | { readonly kind: "fingerprint"; readonly path: string }
  | {
      readonly kind: "render";
      readonly path: string;
      readonly thumbnailPath: string;
      readonly tensor: number;
    }
  | { readonly kind: "infer"; readonly path: string; readonly tensor: number }
  | { readonly kind: "look"; readonly path: string; readonly region?: Region }
  | { readonly kind: "thumbnail"; readonly path: string; readonly thumbnailPath: string }
  | { readonly kind: "preview"; readonly path: string; readonly previewPath: string };

export type WorkerOrder =
  | { readonly kind: "start"; readonly settings: WorkerSettings }
  | { readonly kind: "call"; readonly id: number; readonly call: WorkerCall };

export type Outcome =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly error: WireError }
  /** The tensor is not there: it waited in an earlier worker, or too long. */
  | { readonly kind: "gone" };

export interface WorkerReply {
  readonly id: number;
  readonly outcome: Outcome;
  /** Resident memory of the worker at this moment. */
  readonly rssBytes: number;
}
