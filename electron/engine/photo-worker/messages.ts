/**
 * @file What the engine and the photo worker's process say to each other.
 */
import type { WireError } from "../../contract/errors.ts";
import type { CopySettings } from "../imaging/export-copy.ts";
import type { TurnedRendition } from "../imaging/turn-rendition.ts";
import type { Region } from "../../contract/similar.ts";
import type { MapQuestion } from "../inference/maps/picture-maps.ts";
import type { Execution, ProviderChoice } from "../inference/provider-choice.ts";
import type { QuarterTurns } from "../inference/turn-tensor.ts";
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
  /** With its size, a film has the time that reading so much may take. */
  | { readonly kind: "fingerprint"; readonly path: string; readonly sizeBytes?: number }
  | { readonly kind: "video"; readonly path: string }
  | { readonly kind: "facts"; readonly path: string; readonly sidecars: readonly string[] }
  | {
      readonly kind: "render";
      readonly path: string;
      readonly thumbnailPath: string;
      /** Absent where nothing is made for the model. */
      readonly tensor?: number;
    }
  | { readonly kind: "infer"; readonly path: string; readonly tensor: number }
  | {
      readonly kind: "look";
      readonly path: string;
      readonly region?: Region;
      readonly quarterTurns?: QuarterTurns;
    }
  | {
      readonly kind: "maps";
      readonly path: string;
      readonly region?: Region;
      readonly question: MapQuestion;
    }
  | { readonly kind: "grey"; readonly path: string; readonly sizePx: number }
  | { readonly kind: "thumbnail"; readonly path: string; readonly thumbnailPath: string }
  | { readonly kind: "picture-look"; readonly path: string }
  | { readonly kind: "preview"; readonly path: string; readonly previewPath: string }
  | {
      readonly kind: "turn";
      readonly path: string;
      readonly turnedPath: string;
      readonly rendition: TurnedRendition;
    }
  | {
      readonly kind: "copy";
      readonly path: string;
      readonly copyPath: string;
      readonly settings: CopySettings;
    };

export type WorkerOrder =
  | { readonly kind: "start"; readonly settings: WorkerSettings }
  | { readonly kind: "call"; readonly id: number; readonly call: WorkerCall };

export type Outcome =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly error: WireError }
  /** The tensor is not there: it waited in an earlier worker, or too long. */
  | { readonly kind: "gone" };

/** Between a call and its reply: its file waits for memory, or no longer does. */
export interface WorkerNote {
  readonly id: number;
  readonly note: "waits" | "begins";
}

export interface WorkerReply {
  readonly id: number;
  readonly outcome: Outcome;
  /** Resident memory of the worker at this moment, without the whole pictures that are being decoded. */
  readonly rssBytes: number;
}
