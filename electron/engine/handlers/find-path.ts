import path from "node:path";
import { listFolders } from "../catalog/folders.ts";
import { findPhoto, type PhotoRow } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";

/** The entry of an absolute path; undefined for a file outside the watched folders, or not seen yet. */
export function findPathInLibrary(parts: Pick<Parts, "db">, file: string): PhotoRow | undefined {
  for (const folder of listFolders(parts.db)) {
    const relative = path.relative(folder.path, file);
    if (relative.startsWith("..") || path.isAbsolute(relative)) continue;
    const directory = path.dirname(relative);
    return findPhoto(parts.db, {
      folderId: folder.id,
      directory: directory === "." ? "" : directory.replaceAll(path.sep, "/"),
      name: path.basename(relative),
    });
  }
  return undefined;
}
