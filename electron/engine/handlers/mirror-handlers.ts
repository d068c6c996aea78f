import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { MAX_MIRRORED_AT_ONCE } from "../../contract/mirror.ts";
import { listFolders } from "../catalog/folders.ts";
import { listMirrored, type MirrorScope } from "../catalog/mirror-state.ts";
import { listPaths } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { Serial } from "../support/serial.ts";
import { mirrorPhotos } from "../tags/mirror/mirror-photos.ts";
import { withoutLinks } from "./find-path.ts";

/** What the user entered, as XMP files beside the photos. One request after the other, so that no file is written twice at once. */
export function mirrorHandlers(parts: Parts): Pick<Handlers, "tag.mirror"> {
  const { db, feed, reconciler, metadataUpkeep, labelUpkeep } = parts;
  const serial = new Serial();

  function scopeOf(given: string): MirrorScope {
    for (const folder of listFolders(db)) {
      for (const directory of [given, withoutLinks(given)]) {
        const relative = path.relative(folder.path, directory);
        if (!relative.startsWith("..") && !path.isAbsolute(relative))
          return { folderId: folder.id, directory: relative.replaceAll(path.sep, "/") };
      }
    }
    throw new LibraryError(
      "folder-unknown",
      `expected a watched folder or one inside of it but got ${given}`,
    );
  }

  return {
    "tag.mirror": ({ folders, after, isDryRun }) =>
      serial.run(async () => {
        const scopes =
          folders.length > 0
            ? folders.map(scopeOf)
            : listFolders(db).map(({ id }) => ({ folderId: id, directory: "" }));
        const limit = MAX_MIRRORED_AT_ONCE;
        const ids = listMirrored(db, { scopes, after: after ?? 0, limit });
        const { photos, changed } = await mirrorPhotos(db, ids, {
          text: reconciler.text,
          isDryRun,
        });
        for (const { id, path: file } of listPaths(db, changed))
          feed.report({ kind: "tagged", id, path: file });
        if (changed.length > 0) {
          feed.reportHistory();
          labelUpkeep.refreshTexts();
          metadataUpkeep.wake();
        }
        return { photos, next: ids.length === limit ? ids.at(-1)! : null };
      }),
  };
}
