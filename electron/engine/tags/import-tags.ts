import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { ensureTag } from "../catalog/tags.ts";
import { foldText } from "../../contract/fold-text.ts";
import { toTagPath } from "./tag-name.ts";

/**
 * Takes over the keywords of a photo's file as tags of origin `file`, in the place of those that were imported before.
 * Answers with whether they are others.
 *
 * [Note: Imported tags] A tag that was imported before and that the photo does not have any more was removed by the user: it is
 * not given back, and stays in imported_tag so that it never is. So is one that was renamed: the photo has another name in its place. One that the user entered as well is the user's: no import takes it away.
 */
export function importTags(db: Database, id: PhotoId, tags: readonly string[]): boolean {
  const said = new Map(tags.map(toTagPath).map((path) => [foldText(path), path]));
  const before = new Set(
    db
      .all<{ key: string }>("SELECT key FROM imported_tag WHERE photo_id = ?", [id])
      .map(({ key }) => key),
  );
  const added = [...said].filter(([key]) => !before.has(key));
  const gone = [...before].filter((key) => !said.has(key));
  for (const [key, path] of added) importTag(db, id, { key, path });
  for (const key of gone) withdrawTag(db, id, key);
  return added.length + gone.length > 0;
}

function importTag(db: Database, id: PhotoId, { key, path }: { key: string; path: string }): void {
  db.run("INSERT INTO imported_tag (photo_id, key) VALUES (?, ?)", [id, key]);
  db.run(
    "INSERT OR IGNORE INTO photo_tag (photo_id, tag_id, added_at_ms, origin) VALUES (?, ?, ?, 'file')",
    [id, ensureTag(db, path), Date.now()],
  );
}

/** See [Note: Imported tags]. */
function withdrawTag(db: Database, id: PhotoId, key: string): void {
  const tag = db.get<{ id: number; origin: "user" | "file" }>(
    `SELECT tag.id, origin FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ? AND key = ?`,
    [id, key],
  );
  if (!tag) return;
  db.run("DELETE FROM imported_tag WHERE photo_id = ? AND key = ?", [id, key]);
  if (tag.origin === "user") return;
  db.run("DELETE FROM photo_tag WHERE photo_id = ? AND tag_id = ?", [id, tag.id]);
}
