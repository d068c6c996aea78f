import { existsSync } from "node:fs";
import { mkdir, utimes } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { failureOf } from "../catalog/failures.ts";
import { filesOf } from "../catalog/photo-files.ts";
import { absolutePath, getPhoto } from "../catalog/photos.ts";
import { findPresent } from "../catalog/same-files.ts";
import { readFormat } from "../imaging/read-format.ts";
import { isWholeWebp } from "../imaging/whole-webp.ts";
import type { TurnedRendition } from "../imaging/turn-rendition.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { extensionOf } from "../support/file-kind.ts";
import { keptPicturePath } from "./opened-pictures.ts";

const WEBP = "image/webp";

/** By the format that the first bytes tell. What is not here is shown by its preview alone. */
const SHOWN_TYPES: Readonly<Record<string, string>> = {
  JPEG: "image/jpeg",
  PNG: "image/png",
  WebP: WEBP,
  GIF: "image/gif",
  AVIF: "image/avif",
  BMP: "image/bmp",
};

/** Where renditions are; what is not there yet is made now. */
export function mediaHandlers(
  parts: Parts,
): Pick<Handlers, "media.thumbnail" | "media.preview" | "media.original" | "media.video"> {
  const { db } = parts;
  return {
    "media.thumbnail": async ({ fingerprint, turn }) => {
      const file = await storedThumbnail(parts, fingerprint);
      const shown = await turned(parts, { file, fingerprint, kind: "thumbnail", turn });
      return { path: shown, type: WEBP };
    },
    "media.preview": async ({ id, turn }) => {
      const { file, fingerprint } = await storedPreview(parts, id);
      const shown = await turned(parts, { file, fingerprint, kind: "preview", turn });
      return { path: shown, type: WEBP };
    },
    "media.original": async ({ id }) => {
      const photo = getPhoto(db, id);
      if (!photo) throw new LibraryError("photo-unknown", `expected a photo but got ${id}`);
      const file = absolutePath(photo);
      return { path: file, type: await shownType(file) };
    },
    "media.video": ({ id }) => {
      const file = filesOf(db, id).find(({ role }) => role === "video" || role === "motion");
      if (!file)
        throw new LibraryError("photo-unknown", `expected a photo that has a film but got ${id}`);
      return { path: file.path, type: videoType(file.name) };
    },
  };
}

/** As it was decoded; a copy of a picture from outside stands for itself. */
async function storedThumbnail(parts: Parts, fingerprint: string): Promise<string> {
  const file = parts.thumbnailPath(fingerprint);
  if (await isWholeWebp(file)) return file;
  const kept = keptPicturePath(parts.paths, fingerprint);
  if (existsSync(kept)) return kept;
  const photo = findPresent(parts.db, { column: "fingerprint", value: fingerprint });
  if (!photo)
    throw new LibraryError(
      "photo-unknown",
      `expected the fingerprint of a photo but got ${fingerprint}`,
    );
  await mkdir(path.dirname(file), { recursive: true });
  await parts.current().photoWorker.thumbnail(absolutePath(photo), file);
  return file;
}

async function storedPreview(
  { db, paths, current }: Parts,
  id: PhotoId,
): Promise<Pick<Rendition, "file" | "fingerprint">> {
  const photo = getPhoto(db, id);
  if (!photo?.fingerprint)
    throw new LibraryError("photo-unknown", `expected a photo that has been read but got ${id}`);
  refuseUnlessPart(failureOf(db, id));
  const { fingerprint } = photo;
  const file = path.join(paths.previews, fingerprint.slice(0, 2), `${fingerprint}.webp`);
  if (!existsSync(file)) {
    await mkdir(path.dirname(file), { recursive: true });
    await current().photoWorker.preview(absolutePath(photo), file);
  } else await touch(file);
  return { file, fingerprint };
}

/** Rejects where no browser shows such a file. */
async function shownType(file: string): Promise<string> {
  const { name } = await readFormat(file);
  const type = SHOWN_TYPES[name];
  if (type !== undefined) return type;
  const message = `Expected a picture that browsers show at ${file} but got a file of the format ${name}`;
  throw new LibraryError("format-unsupported", message);
}

interface Rendition extends TurnedRendition {
  /** Where it is as it was decoded. */
  readonly file: string;
  readonly fingerprint: string;
}

/** Turned ones are previews: they are kept, pruned and cleared with them, and made again of what is stored. */
async function turned(
  { paths, current }: Parts,
  { file, fingerprint, kind, turn }: Rendition,
): Promise<string> {
  if (turn === 0) return file;
  const name = `${fingerprint}-${kind}-${turn}.webp`;
  const turnedFile = path.join(paths.previews, fingerprint.slice(0, 2), name);
  if (await isWholeWebp(turnedFile)) await touch(turnedFile);
  else await current().photoWorker.turnRendition(file, turnedFile, { kind, turn });
  return turnedFile;
}

/** The time of its last use: the ones that were not looked at for longest are pruned first. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now);
}

/**
 * What Chromium plays, it plays by content; a type that it does not know, such as QuickTime's own, would keep it from
 * trying.
 */
function videoType(name: string): string {
  const extension = extensionOf(name);
  if (extension === "webm" || extension === "mkv") return "video/webm";
  return extension === "ogv" ? "video/ogg" : "video/mp4";
}

/**
 * A damaged file may still give a part of its picture; what else made a photo fail is not tried again for a look.
 * See [Note: Half a picture].
 */
function refuseUnlessPart(failure: ReturnType<typeof failureOf>): void {
  if (failure && failure.code !== "image-corrupt") {
    throw new LibraryError(failure.code, failure.message);
  }
}
