import { existsSync } from "node:fs";
import { mkdir, utimes } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { absolutePath, findByFingerprint, getPhoto } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

const WEBP = "image/webp";

/** Where renditions are; what is not there yet is made now. */
export function mediaHandlers(parts: Parts): Pick<Handlers, "media.thumbnail" | "media.preview"> {
  const { db, paths } = parts;
  return {
    "media.thumbnail": async ({ fingerprint }) => {
      const file = parts.thumbnailPath(fingerprint);
      if (!existsSync(file)) {
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
  };
}
