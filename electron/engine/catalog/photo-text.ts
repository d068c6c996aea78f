/**
 * @file The text that bare words search, one row per photo.
 */
import path from "node:path";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

/** Labels below this are not facts (the model card's threshold), so words do not find them. */
export interface TextOptions {
  readonly modelKey: string;
  readonly labelThreshold: number;
}

interface TextSource {
  readonly name: string;
  readonly root: string;
  readonly directory: string;
  readonly camera: string | null;
  readonly tags: string | null;
  /** Other words for the tags and for those above them. */
  readonly synonyms: string | null;
  /** Title and caption. */
  readonly written: string | null;
  readonly labels: string | null;
  readonly confirmed: string | null;
}

/** The next photos after `after` in the order of their ids; undefined when there are none. */
export function refreshNextTexts(
  db: Database,
  after: number,
  { limit, ...options }: TextOptions & { readonly limit: number },
): number | undefined {
  const rows = db.all<{ id: PhotoId }>("SELECT id FROM photo WHERE id > ? ORDER BY id LIMIT ?", [
    after,
    limit,
  ]);
  db.transaction(() => {
    for (const { id } of rows) refreshText(db, id, options);
  });
  return rows.at(-1)?.id;
}

/** Writes some of the texts that a verdict on many photos left for later, and answers with how many. */
export function refreshStaleTexts(
  db: Database,
  { limit, ...options }: TextOptions & { readonly limit: number },
): number {
  const rows = db.all<{ id: PhotoId }>("SELECT photo_id AS id FROM stale_text LIMIT ?", [limit]);
  db.transaction(() => {
    for (const { id } of rows) {
      refreshText(db, id, options);
      db.run("DELETE FROM stale_text WHERE photo_id = ?", [id]);
    }
  });
  return rows.length;
}

/** More would keep the user waiting; they are written in the background, see LabelUpkeep. */
const AT_ONCE = 100;

/** Writes what can be searched about photos whose data changed: now if they are few, else it is left for later. */
export function refreshTexts(db: Database, ids: readonly PhotoId[], options: TextOptions): void {
  if (ids.length <= AT_ONCE) for (const id of ids) refreshText(db, id, options);
  else markStale(db, ids);
}

/** Leaves what can be searched about the photos for {@link refreshStaleTexts}. */
export function markStale(db: Database, ids: readonly PhotoId[]): void {
  db.run(
    `INSERT OR IGNORE INTO stale_text (photo_id)
     SELECT id FROM photo WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
}

/** The same for all photos with a tag or one below it. */
export function markTagStale(db: Database, tag: number): void {
  db.run(
    `INSERT OR IGNORE INTO stale_text (photo_id)
     SELECT photo_id FROM tag_above CROSS JOIN photo_tag ON photo_tag.tag_id = tag_above.tag_id
     WHERE above_id = ?`,
    [tag],
  );
}

/** Writes what can be searched about a photo, from its row, tags and labels as they are now. */
export function refreshText(db: Database, id: PhotoId, options: TextOptions): void {
  const source = db.get<TextSource>(
    `SELECT photo.name || coalesce((SELECT ' ' || group_concat(photo_file.name, ' ') FROM photo_file
        WHERE photo_id = photo.id), '') AS name, folder.path AS root, photo.directory, photo.camera,
       (SELECT group_concat(tag.path, ' ') FROM photo_tag JOIN tag ON tag.id = tag_id
        WHERE photo_id = photo.id) AS tags,
       (SELECT group_concat(word, ' ') FROM photo_tag CROSS JOIN tag_above USING (tag_id)
        CROSS JOIN tag_synonym ON tag_synonym.tag_id = above_id WHERE photo_id = photo.id) AS synonyms,
       (SELECT group_concat(coalesce(entered.value, said.text), ' ')
        FROM (SELECT 'title' AS field, title AS text FROM file_value WHERE photo_id = photo.id
              UNION ALL SELECT 'caption', caption FROM file_value WHERE photo_id = photo.id) AS said
        FULL JOIN (SELECT field, value FROM user_value
                   WHERE photo_id = photo.id AND field IN ('title', 'caption')) AS entered
          ON entered.field = said.field) AS written,
       (SELECT group_concat(class.name, ' ') FROM label
        JOIN class ON class.id = class_id JOIN model ON model.id = model_id
        WHERE photo_id = photo.id AND model.key = ? AND confidence >= ? AND NOT EXISTS (
          SELECT 1 FROM label_verdict JOIN judged_class ON judged_class.label = label_verdict.label
          WHERE label_verdict.photo_id = photo.id AND verdict = 'rejected'
            AND judged_class.class = coalesce(class.wnid, class.name))) AS labels,
       (SELECT group_concat(judged_label.name, ' ') FROM label_verdict
        JOIN judged_label ON judged_label.label = label_verdict.label
        WHERE photo_id = photo.id AND verdict = 'confirmed') AS confirmed
     FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id = ?`,
    [options.modelKey, options.labelThreshold, id],
  );
  if (!source) return;
  const labels = [source.labels, source.confirmed].filter((words) => words !== null).join(" ");
  // Title and caption are words of people's own, as tags are; FTS5 has no way to add a column to an index.
  const tags = [source.tags, source.synonyms, source.written]
    .filter((words) => words !== null)
    .join(" ");
  // Only the folder's own name and what is below it: "home" or "mnt" in every photo would help nobody.
  const folder = `${path.basename(source.root)}/${source.directory}`;
  db.run(
    `INSERT OR REPLACE INTO photo_text (rowid, name, folder, tags, labels, camera)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, source.name, folder, tags, labels, source.camera ?? ""],
  );
}
