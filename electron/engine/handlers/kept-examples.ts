import { existsSync } from "node:fs";
import { mkdir, utimes } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { fromKeptToken } from "../../contract/kept-picture.ts";
import type { SimilarQuestion } from "../../contract/similar.ts";
import type { StoredExample, StoredQuestion } from "../catalog/album-questions.ts";
import { getPhoto } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import { keptPicturePath, type OpenedPictures } from "./opened-pictures.ts";

type Example = SimilarQuestion["examples"][number];

/**
 * As an album keeps it. Photos are kept by their entries; of a picture from outside a copy of at most 2048 px is put into the library's
 * folder, because its own file may go. Copies stay when their album is deleted, because undo brings it back.
 */
export async function keepQuestion(
  { examples, depth, edited }: SimilarQuestion,
  parts: Pick<Parts, "db" | "paths" | "current">,
  pictures: OpenedPictures,
): Promise<StoredQuestion> {
  return {
    depth,
    edited: edited ? 1 : 0,
    examples: await Promise.all(examples.map((example) => keep(example, parts, pictures))),
  };
}

async function keep(
  { of, name, weight, region: part }: Example,
  { db, paths, current }: Pick<Parts, "db" | "paths" | "current">,
  pictures: OpenedPictures,
): Promise<StoredExample> {
  const region = part ?? null;
  if ("photo" in of) {
    const photo = getPhoto(db, of.photo);
    if (photo) return { photo: of.photo, picture: null, name: photo.name, weight, region };
    const message = `expected a photo of the library but there is none with id ${of.photo}`;
    throw new LibraryError("photo-unknown", message);
  }
  const opened = pictures.get(of.picture);
  const given = { name: name ?? path.basename(opened.path), weight, region };
  if (opened.entry !== undefined) return { photo: opened.entry, picture: null, ...given };
  const kept = fromKeptToken(of.picture);
  if (kept !== undefined) return { photo: null, picture: kept, ...given };
  const { photoWorker } = current();
  const picture = await photoWorker.fingerprint(opened.path);
  const copy = keptPicturePath(paths, picture);
  if (existsSync(copy)) {
    // Young again, so that it is not swept before the album is there; see sweep-examples.ts.
    await utimes(copy, new Date(), new Date());
  } else {
    await mkdir(paths.examples, { recursive: true });
    await photoWorker.preview(opened.path, copy);
  }
  return { photo: null, picture, ...given };
}
