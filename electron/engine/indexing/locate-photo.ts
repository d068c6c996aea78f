/**
 * @file A missing photo is given the file that the user says is its own.
 */
import type { PhotoId } from "../../contract/photo.ts";
import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import { findByCompanion } from "../catalog/photo-files.ts";
import {
  absolutePath,
  findPhoto,
  getPhoto,
  hasUserData,
  insertPhoto,
  setFingerprint,
  type FileStamp,
  type PhotoPlace,
  type PhotoRow,
} from "../catalog/photos.ts";
import { hasPixelsOf, pixelsOf } from "../catalog/same-files.ts";
import { bytesOf, relinkLocated } from "./identity.ts";
import { reportRelink, type Reconciler } from "./reconcile.ts";

/** A file in a watched folder as it is now. */
export interface NamedFile extends PhotoPlace, FileStamp {
  readonly folderPath: string;
  /** SHA-256 of its bytes. */
  readonly fingerprint: string;
}

/** The photo, which has to be missing. */
export function readMissing({ db }: Pick<Reconciler, "db">, id: PhotoId): PhotoRow {
  const photo = getPhoto(db, id);
  if (!photo)
    throw new LibraryError("photo-unknown", `expected a photo of the library but got number ${id}`);
  if (photo.missingSinceMs === null)
    throw new LibraryError(
      "request-invalid",
      `expected a photo that is missing but ${absolutePath(photo)} is where it was`,
    );
  return photo;
}

/**
 * Answers with the number of the entry of the history. Refused with `file-claimed` where the file is another photo's of which the
 * user entered something, and with `photo-mismatch` where it holds another picture, unless `isForced`.
 */
export function locatePhoto(
  reconciler: Reconciler,
  id: PhotoId,
  { file, isForced }: { readonly file: NamedFile; readonly isForced: boolean },
): number {
  const { db } = reconciler;
  const relinked = db.durably(() => {
    const gone = readMissing(reconciler, id);
    const holder = takeHolder(reconciler, file);
    if (!isForced && !isSamePicture(reconciler, gone, { ...file, id: holder.id }))
      throw toldError(
        "photo-mismatch",
        tell("refused.photo.mismatch", { photo: absolutePath(gone), file: absolutePath(file) }),
      );
    return relinkLocated(db, gone, holder);
  });
  reportRelink(reconciler, relinked);
  return relinked.journalEntry;
}

/** The entry that the file has so far; one is made where it was not seen yet. */
function takeHolder({ db }: Reconciler, file: NamedFile): PhotoRow {
  const found = findPhoto(db, file);
  const own = found?.missingSinceMs === null ? found : undefined;
  const owner = own?.id ?? findByCompanion(db, file);
  const isClaimed = own ? hasUserData(db, own.id) : owner !== undefined;
  if (isClaimed)
    throw toldError("file-claimed", tell("refused.file.claimed", { file: absolutePath(file) }));
  const id = own?.id ?? insertPhoto(db, file, file);
  // What a scan has not seen yet may have changed; what is there now is what the user means.
  setFingerprint(db, id, file.fingerprint);
  return { ...getPhoto(db, id)!, ...file, id };
}

/** By its bytes, or else by its pixels. Of a photo that was never read nothing speaks against any file. */
function isSamePicture(
  { db }: Reconciler,
  gone: PhotoRow,
  { id, fingerprint }: { readonly id: PhotoId; readonly fingerprint: string },
): boolean {
  const before = bytesOf(db, gone);
  if (before === undefined || before === fingerprint) return true;
  return hasPixelsOf(db, id, pixelsOf(db, gone.id)?.value ?? null);
}
