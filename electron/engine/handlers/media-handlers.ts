import { existsSync } from "node:fs";
import { mkdir, utimes } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { failureOf } from "../catalog/failures.ts";
import { filesOf } from "../catalog/photo-files.ts";
import { absolutePath, findByFingerprint, getPhoto } from "../catalog/photos.ts";
import { isWholeWebp } from "../imaging/whole-webp.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { extensionOf } from "../support/file-kind.ts";

const WEBP = "image/webp";

/** Where renditions are; what is not there yet is made now. */
export function mediaHandlers(
  parts: Parts,
): Pick<Handlers, "media.thumbnail" | "media.preview" | "media.video"> {
  const { db, paths } = parts;
  return {
    "media.thumbnail": async ({ fingerprint }) => {
      const file = parts.thumbnailPath(fingerprint);
      if (!(await isWholeWebp(file))) {
        const photo = findByFingerprint(db, fingerprint).find((one) => one.missingSinceMs === null);
        if (!photo)
          throw new LibraryError(
            "photo-unknown",
            `expected the fingerprint of a photo but got ${fingerprint}`,
          );
        await mkdir(path.dirname(file), { recursive: true });
        await parts.current().photoWorker.thumbnail(absolutePath(photo), file);
      }
      return { path: file, type: WEBP };
    },
    "media.preview": async ({ id }) => {
      const photo = getPhoto(db, id);
      if (!photo?.fingerprint)
        throw new LibraryError(
          "photo-unknown",
          `expected a photo that has been read but got ${id}`,
        );
      refuseUnlessPart(failureOf(db, id));
      const file = path.join(
        paths.previews,
        photo.fingerprint.slice(0, 2),
        `${photo.fingerprint}.webp`,
      );
      if (!existsSync(file)) {
        await mkdir(path.dirname(file), { recursive: true });
        await parts.current().photoWorker.preview(absolutePath(photo), file);
      } else {
        // The time of its last use: the ones that were not looked at for longest are pruned first.
        const now = new Date();
        await utimes(file, now, now);
      }
      return { path: file, type: WEBP };
    },
    "media.video": ({ id }) => {
      const file = filesOf(db, id).find(({ role }) => role === "video" || role === "motion");
      if (!file)
        throw new LibraryError("photo-unknown", `expected a photo that has a film but got ${id}`);
      return { path: file.path, type: videoType(file.name) };
    },
  };
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
