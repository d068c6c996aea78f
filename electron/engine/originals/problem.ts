import { LibraryError } from "../../contract/errors.ts";
import type { FileProblem } from "../../contract/originals.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { absolutePath, getPhoto } from "../catalog/photos.ts";

/** What kept one photo from being moved or copied. Throws again what is a bug, and what every further photo would meet. */
export function toProblem(db: Database, id: PhotoId, error: unknown): FileProblem {
  if (!(error instanceof LibraryError) || error.code === "disk-full") throw error;
  const photo = getPhoto(db, id);
  return {
    id,
    path: photo ? absolutePath(photo) : "",
    code: error.code,
    message: error.message,
  };
}
