import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { absolutePath, getPhoto, type PhotoRow } from "../catalog/photos.ts";

/** An entry whose file is there as far as the catalog knows; otherwise throws `photo-unknown` or `file-missing`. */
export function readPresentPhoto(db: Database, id: PhotoId): PhotoRow {
  const photo = getPhoto(db, id);
  if (!photo) {
    throw new LibraryError("photo-unknown", `expected a photo of the library but got the id ${id}`);
  }
  if (photo.missingSinceMs !== null) {
    const message = `Expected a file at ${absolutePath(photo)} but it has been missing since ${day(photo.missingSinceMs)}`;
    throw new LibraryError("file-missing", message);
  }
  return photo;
}

function day(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
