import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { foldText } from "../support/fold-text.ts";
import { toTagPath } from "./tag-name.ts";

/**
 * Takes over the keywords of a photo's file as tags of origin `file`, in the place of those that were imported before.
 *
 * [Note: Imported tags] A tag that was imported before and that the photo does not have any more was removed by the user: it is
 * not given back, and stays in imported_tag so that it never is. One that the user entered as well is the user's: no import takes it away.
 */
export function importTags(db: Database, id: PhotoId, tags: readonly string[]): void {
  const said = new Map(tags.map(toTagPath).map((path) => [foldText(path), path]));
  const before = new Set(
    db
      .all<{ key: string }>("SELECT key FROM imported_tag WHERE photo_id = ?", [id])
      .map(({ key }) => key),
  );
  for (const [key, path] of said) if (!before.has(key)) importTag(db, id, { key, path });
  for (const key of before) if (!said.has(key)) withdrawTag(db, id, key);
}

function importTag(db: Database, id: PhotoId, { key, path }: { key: string; path: string }): void {
  db.run("INSERT INTO imported_tag (photo_id, key) VALUES (?, ?)", [id, key]);
  db.run("INSERT OR IGNORE INTO tag (path, key) VALUES (?, ?)", [path, key]);
  db.run(
    `INSERT OR IGNORE INTO photo_tag (photo_id, tag_id, added_at_ms, origin)
     SELECT ?, id, ?, 'file' FROM tag WHERE key = ?`,
    [id, Date.now(), key],
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
