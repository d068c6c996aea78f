import { getFolder, readPatterns } from "../catalog/folders.ts";
import type { Database } from "../catalog/database.ts";
import type { PhotoRow } from "../catalog/photos.ts";
import { createIsIgnored } from "../watching/ignored-paths.ts";

/** The user leaves the photo's place out: its file is there, although its entry is missing. */
export function isLeftOut(
  db: Database,
  { folderId, directory, name }: Pick<PhotoRow, "folderId" | "directory" | "name">,
): boolean {
  const patterns = readPatterns(getFolder(db, folderId) ?? { ignored: "" });
  if (patterns.length === 0) return false;
  return createIsIgnored({ patterns })(directory === "" ? name : `${directory}/${name}`, false);
}
