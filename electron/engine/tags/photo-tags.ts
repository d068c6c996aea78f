import type { TagCount } from "../../contract/library.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { photosInWords, record } from "../catalog/journal/journal.ts";
import { refreshTexts, type TextOptions } from "../catalog/photo-text.ts";
import { foldText } from "../support/fold-text.ts";
import { toTagPath } from "./tag-name.ts";

/**
 * Gives the tag to the photos, as one entry of the journal; the spelling of the first use is kept. Answers with the
 * photos that did not have it as the user's own: an imported one becomes the user's. On the disk when this returns.
 */
export function addTag(
  db: Database,
  tag: string,
  photos: readonly PhotoId[],
  text: TextOptions,
): PhotoId[] {
  const path = toTagPath(tag);
  return db.durably(() => {
    const tagId = ensureTag(db, path);
    const sentence = (count: number) => `Added the tag ${path} to ${photosInWords(count)}`;
    const { changed } = record(
      db,
      { touches: [{ kind: "tag", keys: [tagId], photos }], sentence },
      () =>
        db.run(
          // The word WHERE also tells SQLite that ON belongs to the conflict and not to a join.
          `INSERT INTO photo_tag (photo_id, tag_id, added_at_ms)
           SELECT id, ?, ? FROM photo WHERE id IN (SELECT value FROM json_each(?))
           ON CONFLICT (photo_id, tag_id) DO UPDATE SET origin = 'user' WHERE origin = 'file'`,
          [tagId, Date.now(), JSON.stringify(photos)],
        ),
    );
    refreshTexts(db, changed, text);
    return changed;
  });
}

/** Takes the tag from the photos that have it and answers with them; the rest is as with {@link addTag}. */
export function removeTag(
  db: Database,
  tag: string,
  photos: readonly PhotoId[],
  text: TextOptions,
): PhotoId[] {
  const path = toTagPath(tag);
  const tagId = findTag(db, path);
  if (tagId === undefined) return [];
  return db.durably(() => {
    const sentence = (count: number) => `Removed the tag ${path} from ${photosInWords(count)}`;
    const { changed } = record(
      db,
      { touches: [{ kind: "tag", keys: [tagId], photos }], sentence },
      () =>
        db.run(
          "DELETE FROM photo_tag WHERE tag_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
          [tagId, JSON.stringify(photos)],
        ),
    );
    refreshTexts(db, changed, text);
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

/** A tag that no photo has is remembered for the journal, but not how it was spelled. */
function ensureTag(db: Database, path: string): number {
  db.run(
    `INSERT INTO tag (path, key) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET path = excluded.path
     WHERE NOT EXISTS (SELECT 1 FROM photo_tag WHERE tag_id = tag.id)`,
    [path, foldText(path)],
  );
  return findTag(db, path)!;
}
