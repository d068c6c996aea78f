import type { TagCount } from "../../contract/library.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { refreshText, type TextOptions } from "../catalog/photo-text.ts";
import { foldText } from "../support/fold-text.ts";
import { toTagPath } from "./tag-name.ts";

/**
 * Gives the tag to the photos; the spelling of the first use is kept. Answers with the photos that did not
 * have it. On the disk when this returns.
 */
export function addTag(
  db: Database,
  tag: string,
  photos: readonly PhotoId[],
  text: TextOptions,
): PhotoId[] {
  const path = toTagPath(tag);
  return db.durably(() => {
    db.run("INSERT OR IGNORE INTO tag (path, key) VALUES (?, ?)", [path, foldText(path)]);
    const tagId = findTag(db, path)!;
    return changeEach(db, photos, text, (id) =>
      db.run(
        `INSERT OR IGNORE INTO photo_tag (photo_id, tag_id, added_at_ms)
         SELECT id, ?, ? FROM photo WHERE id = ?`,
        [tagId, Date.now(), id],
      ),
    );
  });
}

/** Takes the tag from the photos that have it and answers with them. A tag that no photo has is forgotten. */
export function removeTag(
  db: Database,
  tag: string,
  photos: readonly PhotoId[],
  text: TextOptions,
): PhotoId[] {
  const tagId = findTag(db, toTagPath(tag));
  if (tagId === undefined) return [];
  return db.durably(() => {
    const changed = changeEach(db, photos, text, (id) =>
      db.run("DELETE FROM photo_tag WHERE photo_id = ? AND tag_id = ?", [id, tagId]),
    );
    db.run(
      "DELETE FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM photo_tag WHERE tag_id = tag.id)",
      [tagId],
    );
    return changed;
  });
}

/** Every tag with the number of photos that have it, or the tags of one photo; by name. */
export function listTags(db: Database, photo?: PhotoId): TagCount[] {
  return db.all<TagCount>(
    `SELECT tag.path AS tag, count(photo.id) AS count FROM tag
     JOIN photo_tag ON photo_tag.tag_id = tag.id
     JOIN photo ON photo.id = photo_id JOIN folder ON folder.id = folder_id
     WHERE removed_at_ms IS NULL
       AND (?1 IS NULL OR tag.id IN (SELECT tag_id FROM photo_tag WHERE photo_id = ?1))
     GROUP BY tag.id ORDER BY tag.key`,
    [photo ?? null],
  );
}

function findTag(db: Database, path: string): number | undefined {
  return db.get<{ id: number }>("SELECT id FROM tag WHERE key = ?", [foldText(path)])?.id;
}

function changeEach(
  db: Database,
  photos: readonly PhotoId[],
  text: TextOptions,
  change: (id: PhotoId) => number,
): PhotoId[] {
  const changed = photos.filter((id) => change(id) > 0);
  for (const id of changed) refreshText(db, id, text);
  return changed;
}
