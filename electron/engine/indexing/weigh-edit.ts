import { LibraryError } from "../../contract/errors.ts";
import {
  forgetFormerFile,
  getFormerFile,
  isSamePhoto,
  markForReview,
  type FormerFile,
} from "../catalog/former-files.ts";
import { getPhoto, hasUserData, type PhotoRow } from "../catalog/photos.ts";
import { hasPixelsOf, isAnyMissing } from "../catalog/same-files.ts";
import { dotProduct } from "../support/dot-product.ts";
import { MOVE_WINDOW_MS, relinkVanished, splitOff } from "./identity.ts";
import { reportRelink, reportSplit } from "./reconcile.ts";
import type { StageParts } from "./stages.ts";

interface Weighing extends Pick<StageParts, "reconciler" | "current" | "thumbnailPath"> {
  readonly photo: PhotoRow;
  readonly fingerprint: string;
  /** Of the file that is there now, where it was just made. */
  readonly embedding: Float32Array | undefined;
}

/**
 * [Note: Edited] A path with other bytes is the same photo, edited, if the embeddings of the two files have a cosine of
 * 0.8 or more; crops, other colours and other sizes have. Below, it may be another photo that was saved under the same
 * name: the entry keeps its tags, because nothing is lost that way, and the user is asked (`is:review`). If the former
 * file turns up elsewhere, the entry goes there; and a photo that was long gone has nothing to do with a new file of its
 * old name. Answers with whether the file is another entry's now.
 */
export async function weighEdit(weighing: Weighing): Promise<boolean> {
  const { reconciler, photo, fingerprint } = weighing;
  const { db } = reconciler;
  const former = getFormerFile(db, photo.id);
  if (!former) return false;
  const similarity =
    former.fingerprint === fingerprint || hasPixelsOf(db, photo.id, former.pixelHash)
      ? 1
      : await compare(weighing, former);
  if (getPhoto(db, photo.id)?.fingerprint !== fingerprint) return false; // Changed again meanwhile.
  const isAnother = similarity !== undefined && !isSamePhoto(similarity);
  if (isAnother && hasUserData(db, photo.id)) {
    if (wasLongGone(former)) {
      reportSplit(reconciler, photo, splitOff(db, photo));
      return true;
    }
    markForReview(db, photo.id, similarity);
    const relinked = relinkVanished(db, photo);
    if (relinked) reportRelink(reconciler, relinked);
    return relinked !== undefined;
  }
  // The file may be that of a photo that has just vanished, moved over this one; then the former file is still needed.
  if (!isAnyMissing(db, fingerprint)) forgetFormerFile(db, photo.id);
  return false;
}

/** No program that saves a photo takes so long between deleting it and writing it anew. */
function wasLongGone({ missingSinceMs, replacedAtMs }: FormerFile): boolean {
  return missingSinceMs !== null && replacedAtMs - missingSinceMs > MOVE_WINDOW_MS;
}

/** Cosine of the embeddings of the two files; undefined where nothing is left of the former one. */
async function compare(
  { current, thumbnailPath, fingerprint, embedding }: Weighing,
  former: FormerFile,
): Promise<number | undefined> {
  const { vectors, photoWorker } = current();
  const rows = await vectors.rows([former.fingerprint, fingerprint], ["embedding"]);
  const now = embedding ?? rows.get(fingerprint)?.embedding;
  if (!now) return undefined;
  const before = rows.get(former.fingerprint)?.embedding;
  if (before) return dotProduct(before, now);
  try {
    const seen = await photoWorker.look(thumbnailPath(former.fingerprint));
    return dotProduct(seen.embedding, now);
  } catch (error) {
    if (error instanceof LibraryError) return undefined; // Its thumbnail is gone, too.
    throw error;
  }
}
