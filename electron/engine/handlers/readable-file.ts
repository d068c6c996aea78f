import { existsSync } from "node:fs";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { absolutePath, getPhoto, type PhotoRow } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";

/** A photo whose bytes the library has read. */
export interface ReadPhoto {
  readonly photo: PhotoRow;
  readonly fingerprint: string;
}

/** Throws `photo-unknown`, or `photo-not-indexed` where its file was not read yet. */
export function readPhoto({ db }: Pick<Parts, "db">, id: PhotoId): ReadPhoto {
  const photo = getPhoto(db, id);
  if (!photo)
    throw new LibraryError(
      "photo-unknown",
      `expected a photo of the library but there is none with id ${id}`,
    );
  const { fingerprint } = photo;
  if (fingerprint === null) throw notIndexed(photo);
  return { photo, fingerprint };
}

/** The original, or the best rendition of it while its disk is away. */
export function readableFile(
  { paths, thumbnailPath }: Pick<Parts, "paths" | "thumbnailPath">,
  { photo, fingerprint }: ReadPhoto,
): string {
  const original = absolutePath(photo);
  const preview = path.join(paths.previews, fingerprint.slice(0, 2), `${fingerprint}.webp`);
  return [original, preview, thumbnailPath(fingerprint)].find(existsSync) ?? original;
}

export function notIndexed(photo: PhotoRow): LibraryError {
  return new LibraryError("photo-not-indexed", `${absolutePath(photo)} is not indexed yet`);
}
