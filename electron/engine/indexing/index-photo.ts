/**
 * @file The life of a photo, top to bottom. Start reading the engine here.
 */
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { PhotoRow } from "../catalog/photos.ts";
import type { Inference, RenderedPhoto } from "../photo-worker/photo-worker.ts";
import type { IndexOutcome } from "./outcome.ts";

/** The rooms a photo passes through, in order. Composed in stages.ts, faked in tests. */
export interface Stages {
  find(id: PhotoId): PhotoRow | undefined;
  fingerprint(photo: PhotoRow): Promise<string>;
  /** True when the file turned out to be an older entry's, which took it over. */
  relink(photo: PhotoRow, fingerprint: string): boolean;
  /** Another entry with the same bytes that has been through all of this. */
  findTwin(photo: PhotoRow, fingerprint: string): PhotoRow | undefined;
  copyTwin(photo: PhotoRow, fingerprint: string, twin: PhotoRow): boolean;
  /** Decodes once; the thumbnail is on the disk afterwards. */
  render(photo: PhotoRow, fingerprint: string): Promise<RenderedPhoto>;
  markShown(photo: PhotoRow, fingerprint: string, rendered: RenderedPhoto): boolean;
  infer(rendered: RenderedPhoto): Promise<Inference>;
  /** Embedding, then labels, then the mark that the photo is indexed. False when the file changed meanwhile. */
  commit(photo: PhotoRow, fingerprint: string, inference: Inference): Promise<boolean>;
}

/** Faults of the machine and not of the file: the photo is not to blame and stays in the queue. */
const NOT_THE_PHOTO = new Set([
  "engine-unavailable",
  "model-missing",
  "model-invalid",
  "provider-unavailable",
  "disk-full",
  "cancelled",
]);

export function isFaultOfFile(error: unknown): error is LibraryError {
  return error instanceof LibraryError && !NOT_THE_PHOTO.has(error.code);
}

/**
 * Take a photo that the scan has seen the rest of the way: shown, then indexed. Rejects only when
 * indexing as a whole cannot go on.
 */
export async function indexPhoto(id: PhotoId, stages: Stages): Promise<IndexOutcome> {
  const photo = stages.find(id);
  if (!photo) return { kind: "superseded" };
  try {
    const fingerprint = await stages.fingerprint(photo);
    if (stages.relink(photo, fingerprint)) return { kind: "superseded" };

    const twin = stages.findTwin(photo, fingerprint);
    if (twin) return toOutcome(stages.copyTwin(photo, fingerprint, twin));

    const rendered = await stages.render(photo, fingerprint);
    const isCurrent = stages.markShown(photo, fingerprint, rendered);
    const inference = await stages.infer(rendered);
    if (!isCurrent) return { kind: "superseded" };

    // [Note: Commit order] `indexed_by` is written last: it is what promises that labels and embedding exist.
    // A crash anywhere above leaves a photo that is visible and will be indexed again, and at worst an
    // orphaned thumbnail or embedding, which the next indexing of the same bytes takes up again.
    return toOutcome(await stages.commit(photo, fingerprint, inference));
  } catch (error) {
    if (!isFaultOfFile(error)) throw error;
    return { kind: "failed", code: error.code, message: error.message };
  }
}

function toOutcome(isCurrent: boolean): IndexOutcome {
  return { kind: isCurrent ? "indexed" : "superseded" };
}
