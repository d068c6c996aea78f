import { realpathSync } from "node:fs";
import path from "node:path";
import { listFolders } from "../catalog/folders.ts";
import { findByCompanion } from "../catalog/photo-files.ts";
import { findPhoto, getPhoto, type PhotoPlace, type PhotoRow } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";

/** The entry of an absolute path, also of a companion's; undefined for a file outside the watched folders, or not seen yet. */
export function findPathInLibrary(parts: Pick<Parts, "db">, file: string): PhotoRow | undefined {
  return findAt(parts, file) ?? findAt(parts, withoutLinks(file));
}

/** Folders are known by their real paths, and people write the links that lead there. */
export function withoutLinks(file: string): string {
  try {
    return path.join(realpathSync(path.dirname(file)), path.basename(file));
  } catch {
    return file; // Its folder is away: the path is all there is.
  }
}

function findAt(parts: Pick<Parts, "db">, file: string): PhotoRow | undefined {
  const place = placeInLibrary(parts, file);
  if (!place) return undefined;
  const photo = findPhoto(parts.db, place);
  if (photo?.missingSinceMs === null) return photo;
  const owner = findByCompanion(parts.db, place);
  return (owner && getPhoto(parts.db, owner)) ?? photo;
}

/** Where in a watched folder an absolute path is; undefined outside of them. */
export function placeInLibrary(
  { db }: Pick<Parts, "db">,
  file: string,
): (PhotoPlace & { readonly folderPath: string }) | undefined {
  for (const folder of listFolders(db)) {
    const relative = path.relative(folder.path, file);
    if (relative.startsWith("..") || path.isAbsolute(relative)) continue;
    const directory = path.dirname(relative);
    return {
      folderId: folder.id,
      folderPath: folder.path,
      directory: directory === "." ? "" : directory.replaceAll(path.sep, "/"),
      name: path.basename(relative),
    };
  }
  return undefined;
}
