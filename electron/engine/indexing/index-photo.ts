/**
 * @file The life of a photo, top to bottom. Start reading the engine here.
 */
import { LibraryError, type ErrorCode } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { PhotoRow } from "../catalog/photos.ts";
import type {
  Inference,
  RenderedPhoto,
  ShownPhoto,
  VideoFacts,
} from "../photo-worker/photo-worker.ts";
import type { ReadFacts } from "./photo-facts.ts";
import type { IndexOutcome } from "./outcome.ts";

/** The rooms a photo passes through, in order. Composed in stages.ts, faked in tests. */
export interface Stages {
  find(id: PhotoId): PhotoRow | undefined;
  /** Whether its folder cannot be reached, which is looked at. No photo of it is begun then. */
  isAway(photo: PhotoRow): Promise<boolean>;
  fingerprint(photo: PhotoRow): Promise<string>;
  /** True when the file turned out to be an older entry's, which took it over. */
  relink(photo: PhotoRow, fingerprint: string): boolean;
  /** What the file and what lies beside it say; also of one whose picture cannot be decoded. */
  readFacts(photo: PhotoRow): Promise<ReadFacts>;
  saveFacts(photo: PhotoRow, read: ReadFacts): void;
  /** The end of a video's walk: no picture is decoded, and no model looks at it. */
  readVideo(photo: PhotoRow): Promise<VideoFacts>;
  saveVideo(photo: PhotoRow, facts: VideoFacts): boolean;
  /** Another entry with the same bytes that has been through all of this. */
  findTwin(photo: PhotoRow, fingerprint: string): PhotoRow | undefined;
  copyTwin(photo: PhotoRow, fingerprint: string, twin: PhotoRow): boolean;
  /** Decodes once; the thumbnail is on the disk afterwards. */
  render(photo: PhotoRow, fingerprint: string): Promise<RenderedPhoto>;
  markShown(photo: PhotoRow, fingerprint: string, rendered: ShownPhoto): boolean;
  /** The same decode without what the model reads. */
  draw(photo: PhotoRow, fingerprint: string): Promise<ShownPhoto>;
  infer(rendered: RenderedPhoto): Promise<Inference>;
  /** Is a file that took the place of another the same photo, edited? True when an older entry took it over. */
  weighEdit(photo: PhotoRow, fingerprint: string, inference?: Inference): Promise<boolean>;
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

/** What a file on a disk that was pulled out has, too. */
const NOT_READ = new Set<ErrorCode>(["file-missing", "file-unreadable"]);

export function isFaultOfFile(error: unknown): error is LibraryError {
  return error instanceof LibraryError && !NOT_THE_PHOTO.has(error.code);
}

/**
 * Take a photo that the scan has seen the rest of the way: shown, then indexed. Rejects only when
 * indexing as a whole cannot go on.
 */
export function indexPhoto(id: PhotoId, stages: Stages): Promise<IndexOutcome> {
  return walk(id, stages, understand);
}

/**
 * The first half of the way, while the user wants nothing indexed: a tile that is looked at gets its thumbnail, no model looks at the
 * photo, and it stays in the queue. Rejects as {@link indexPhoto} does.
 */
export function showPhoto(id: PhotoId, stages: Stages): Promise<IndexOutcome> {
  return walk(id, stages, async (photo, fingerprint) => {
    const drawn = await stages.draw(photo, fingerprint);
    return { kind: stages.markShown(photo, fingerprint, drawn) ? "shown" : "superseded" };
  });
}

/** A stretch of the way, of a photo that was read and that no other one has the bytes of. */
type Stretch = (photo: PhotoRow, fingerprint: string, stages: Stages) => Promise<IndexOutcome>;

async function walk(id: PhotoId, stages: Stages, goOn: Stretch): Promise<IndexOutcome> {
  const photo = stages.find(id);
  if (!photo) return { kind: "superseded" };
  try {
    const fingerprint = await stages.fingerprint(photo);
    if (stages.relink(photo, fingerprint)) return { kind: "superseded" };

    stages.saveFacts(photo, await stages.readFacts(photo));

    if (photo.kind === "video")
      return toOutcome(stages.saveVideo(photo, await stages.readVideo(photo)));

    const twin = stages.findTwin(photo, fingerprint);
    if (twin) {
      if (await stages.weighEdit(photo, fingerprint)) return { kind: "superseded" };
      return toOutcome(stages.copyTwin(photo, fingerprint, twin));
    }
    return await goOn(photo, fingerprint, stages);
  } catch (error) {
    if (!isFaultOfFile(error)) throw error;
    if (NOT_READ.has(error.code) && (await stages.isAway(photo))) return { kind: "away" };
    const { code, message, why } = error;
    return { kind: "failed", code, message, why };
  }
}

async function understand(
  photo: PhotoRow,
  fingerprint: string,
  stages: Stages,
): Promise<IndexOutcome> {
  const rendered = await stages.render(photo, fingerprint);
  const isCurrent = stages.markShown(photo, fingerprint, rendered);
  const inference = await stages.infer(rendered);
  if (!isCurrent) return { kind: "superseded" };
  if (await stages.weighEdit(photo, fingerprint, inference)) return { kind: "superseded" };

  // [Note: Commit order] `indexed_by` is written last: it is what promises that labels and embedding exist.
  // A crash anywhere above leaves a photo that is visible and will be indexed again, and at worst an
  // orphaned thumbnail or embedding, which the next indexing of the same bytes takes up again.
  return toOutcome(await stages.commit(photo, fingerprint, inference));
}

function toOutcome(isCurrent: boolean): IndexOutcome {
  return { kind: isCurrent ? "indexed" : "superseded" };
}
