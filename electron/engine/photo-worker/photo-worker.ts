/**
 * @file What the engine asks of the photo worker. See start-photo-worker.ts for who answers.
 */
import type { CopySettings } from "../imaging/export-copy.ts";
import type { TurnedRendition } from "../imaging/turn-rendition.ts";
import type { Region } from "../../contract/similar.ts";
import type { Inference } from "../inference/inference.ts";
import type { MapQuestion, PictureMaps } from "../inference/maps/picture-maps.ts";
import type { Execution, ProviderChoice } from "../inference/provider-choice.ts";
import type { QuarterTurns } from "../inference/turn-tensor.ts";
import type { WorkerCounts } from "../inference/worker-counts.ts";
import type { PhotoFacts } from "../metadata/photo-facts.ts";
import type { VideoFacts } from "../metadata/video/video-facts.ts";

export { METADATA_VERSION } from "../metadata/photo-facts.ts";

export type { Inference, MapQuestion, PhotoFacts, PictureMaps, VideoFacts };

/** What one decode of a file gave, apart from the thumbnail, which is on the disk by then. */
export interface ShownPhoto {
  /** Size of the original, orientation applied. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** "JPEG", "PNG", …; by content. */
  readonly format: string;
  /** Dominant colour as `#rrggbb`. */
  readonly colour: string;
  /** Of what was decoded; the same whatever the file's metadata say. See imaging/pixel-hash.ts. */
  readonly pixelHash: string;
}

export interface RenderedPhoto extends ShownPhoto {
  /** Names the model's input, which waits in the worker for {@link PhotoWorker.infer}, once. */
  readonly tensor: number;
}

export interface LookOptions {
  /** Of the upright picture; without it, the model looks at the whole as it does when indexing. */
  readonly region?: Region;
  /** The model looks at the picture turned clockwise. */
  readonly quarterTurns?: QuarterTurns;
}

/** The worker's process ended several times in a row, without an answer between. */
export interface GivenUp {
  /** A file that it had open when it ended last; of several, the one that saw most workers end. */
  readonly path: string | undefined;
}

export interface WorkerReport {
  /** The execution provider that really runs. */
  readonly provider: string;
  readonly execution: Execution;
  readonly counts: WorkerCounts;
  readonly versions: { readonly onnxruntime: string; readonly sharp: string };
  readonly libvips: string;
}

/**
 * A disposable process that opens files and runs the model. Every method rejects with a LibraryError
 * whose code says what is wrong with the file (`image-corrupt`, `format-unsupported`, `file-missing`,
 * `file-unreadable`, `image-too-large`, `decode-timeout`, `decoder-crashed`) or with the worker
 * (`model-invalid`, `provider-unavailable`, `engine-unavailable`, `disk-full`).
 */
export interface PhotoWorker extends AsyncDisposable {
  /** Starts the worker if it is not running; answers when the model is loaded. */
  report(): Promise<WorkerReport>;
  /** `sizeBytes` gives a large file the time that it takes to be read. */
  fingerprint(path: string, sizeBytes?: number): Promise<string>;
  /** What there is to know of a video; one that is damaged says less and is no failure. */
  video(path: string): Promise<VideoFacts>;
  /** What the file, the XMP files beside it and its name say; rejects only where the file cannot be reached. */
  facts(path: string, sidecars: readonly string[]): Promise<PhotoFacts>;
  /** Decodes once; writes the thumbnail (WebP) to `thumbnailPath` and keeps the model's input. */
  render(path: string, thumbnailPath: string): Promise<RenderedPhoto>;
  /** The same without the model's input: for a photo that is to be seen and not to be indexed. */
  draw(path: string, thumbnailPath: string): Promise<ShownPhoto>;
  /** Consumes a tensor of {@link RenderedPhoto}. Concurrent calls become batches. */
  infer(tensor: number): Promise<Inference>;
  /** Decode and infer, nothing written: for files from outside the library, and for a part of any file. */
  look(path: string, options?: LookOptions): Promise<Inference>;
  /**
   * What the model sees of a picture, or of a part of it, and where. It runs in a lane of its own, beside what is indexed. Rejects
   * with `explanation-impossible` where the model has no maps.
   */
  maps(path: string, question: MapQuestion, region?: Region): Promise<PictureMaps>;
  /** In so few grey pixels, each way, that only light and dark are left: rows of bytes. */
  grey(path: string, sizePx: number): Promise<Uint8Array>;
  /** Writes the thumbnail alone: for one that was lost. */
  thumbnail(path: string, thumbnailPath: string): Promise<void>;
  /** What a thumbnail that is stored at `path` looks like; undefined where there is nothing to be told apart in it. See imaging/picture-look.ts. */
  pictureLook(path: string): Promise<Uint8Array | undefined>;
  /** Writes a viewer-sized WebP, long side ≤ 2048, to `previewPath`. */
  preview(path: string, previewPath: string): Promise<void>;
  /** Turns a thumbnail or a preview that is stored at `path` and writes it to `turnedPath`. */
  turnRendition(path: string, turnedPath: string, rendition: TurnedRendition): Promise<void>;
  /** Draws the photo anew and writes it to `copyPath`. */
  copy(path: string, copyPath: string, settings: CopySettings): Promise<void>;
  /** What it was told to run the model on; absent where that is what the user chose for this machine. */
  readonly choice: ProviderChoice | undefined;
  /**
   * From the next photo on: what is under way ends where it began. Without `choice` as it was told before;
   * what is remembered of this machine is read again.
   */
  restart(choice?: ProviderChoice): void;
  /** Until {@link startAgain}, every call is refused with `engine-unavailable`. */
  readonly givenUp: GivenUp | undefined;
  startAgain(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}
