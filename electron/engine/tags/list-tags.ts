/** @file Tags and how many photos have them, as they are shown. See [Note: Tag counts]. */
import type { TagBranch, TagCount, TagStates } from "../../contract/tag.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";

/** Of folders that are watched. */
const COUNTS = `SELECT tag_id, sum(own) AS count, sum(below) AS below FROM tag_count
  WHERE folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL)`;

/** Tags that photos have, or all those of one photo, present or not; by name. */
export function listTags(db: Database, photo?: PhotoId): TagCount[] {
  if (photo === undefined)
    return db.all(
      `SELECT path AS tag, count, below FROM (${COUNTS} GROUP BY tag_id) AS counted
       JOIN tag ON tag.id = counted.tag_id WHERE count > 0 ORDER BY key`,
    );
  return db.all(
    `SELECT path AS tag, coalesce(count, 0) AS count, coalesce(below, 0) AS below
     FROM photo_tag JOIN tag ON tag.id = photo_tag.tag_id LEFT JOIN (
       ${COUNTS} AND tag_id IN (SELECT tag_id FROM photo_tag WHERE photo_id = ?1) GROUP BY tag_id) AS counted
       ON counted.tag_id = tag.id
     WHERE photo_id = ?1 ORDER BY key`,
    [photo],
  );
}

/** Every tag that photos have, or that the user said something of, with all that are above it; each before those below it. */
export function readTagTree(db: Database): TagBranch[] {
  const rows = db.all<Omit<TagBranch, "synonyms"> & { synonyms: string | string[] | null }>(
    // A slash is sorted before everything else, so that "Places old" does not come between Places and what is below it.
    `SELECT path AS tag, coalesce(count, 0) AS count, coalesce(below, 0) AS below, words AS synonyms, favourite AS "key"
     FROM tag LEFT JOIN (${COUNTS} GROUP BY tag_id) AS counted ON counted.tag_id = tag.id
     LEFT JOIN (SELECT tag_id, json_group_array(word ORDER BY key) AS words FROM tag_synonym GROUP BY tag_id) AS said
       ON said.tag_id = tag.id
     WHERE below > 0 OR tag.id IN (
       SELECT above_id FROM tag_above WHERE tag_id IN (
         SELECT tag_id FROM tag_synonym UNION SELECT id FROM tag WHERE favourite IS NOT NULL))
     ORDER BY replace(tag."key", '/', char(1))`,
  );
  // Twenty thousand rows: changed where they are.
  for (const row of rows)
    row.synonyms = typeof row.synonyms === "string" ? (JSON.parse(row.synonyms) as string[]) : [];
  return rows as TagBranch[];
}

/** Which tags the photos have, and how many of them. */
export function countStates(db: Database, photos: readonly PhotoId[]): TagStates {
  const ids = JSON.stringify([...new Set(photos)]);
  const { total } = db.get<{ total: number }>(
    "SELECT count(*) AS total FROM photo WHERE id IN (SELECT value FROM json_each(?))",
    [ids],
  )!;
  const tags = db.all<TagStates["tags"][number]>(
    `SELECT path AS tag, count FROM (
       SELECT tag_id, count(*) AS count FROM json_each(?) AS wanted
       CROSS JOIN photo_tag ON photo_id = wanted.value GROUP BY tag_id)
     JOIN tag ON tag.id = tag_id ORDER BY key`,
    [ids],
  );
  return { total, tags };
}
