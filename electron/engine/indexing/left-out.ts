import type { FolderId } from "../../contract/folder.ts";
import { getFolder, readPatterns } from "../catalog/folders.ts";
import type { Database } from "../catalog/database.ts";
import type { PhotoRow } from "../catalog/photos.ts";
import { createIsIgnored, type IsIgnored } from "../watching/ignored-paths.ts";

type Place = Pick<PhotoRow, "folderId" | "directory" | "name">;

/** The user leaves the photo's place out: its file is there, although its entry is missing. */
export function isLeftOut(db: Database, place: Place): boolean {
  return createIsLeftOut(db)(place);
}

/** The same for many places: each folder's patterns are read once. */
export function createIsLeftOut(db: Database): (place: Place) => boolean {
  const folders = new Map<FolderId, IsIgnored | undefined>();
  return ({ folderId, directory, name }) => {
    if (!folders.has(folderId)) {
      const patterns = readPatterns(getFolder(db, folderId) ?? { ignored: "" });
      folders.set(folderId, patterns.length === 0 ? undefined : createIsIgnored({ patterns }));
    }
    const isIgnored = folders.get(folderId);
    return isIgnored?.(directory === "" ? name : `${directory}/${name}`, false) ?? false;
  };
}
