/**
 * @file Counts of tags, for changes of many photos.
 *
 * [Note: Counting once] A trigger that counts costs more than the row it counts: a tag that is taken from 100,000 photos waits for it. So what
 * writes many rows of photo_tag says so by a row in counting_later, which the triggers look for, and the tags that it was about are counted
 * anew when it is done. The row is gone before the transaction ends, so nobody else ever sees it.
 */
import { countTags } from "./count-tags.ts";
import type { Database } from "./database.ts";

/** Rows of photo_tag that are about to be written. */
export interface TagWrites {
  readonly tags: readonly number[];
  /** How many. */
  readonly rows: number;
}

/** What counting a photo by a trigger costs, by what counting one among many does. */
const TRIGGER_COST = 6;

/** Runs `work` and counts what has the tags, or what is above them, once when it is done, where that is sooner than row by row. */
export function countOnce<T>(db: Database, { tags, rows }: TagWrites, work: () => T): T {
  return db.transaction(() => {
    const before = listAbove(db, tags);
    const photos = sumBelow(db, before);
    if (rows * TRIGGER_COST < photos) return work();
    db.run("INSERT INTO counting_later (id) VALUES (1)");
    const result = work();
    db.run("DELETE FROM counting_later");
    const counted = [...new Set([...before, ...listAbove(db, tags)])];
    for (const id of counted) db.run("DELETE FROM tag_count WHERE tag_id = ?", [id]);
    countTags(db, counted, photos + rows);
    return result;
  });
}

/** The tags and all that are above them. */
function listAbove(db: Database, tags: readonly number[]): number[] {
  const rows = db.all<{ id: number }>(
    `SELECT DISTINCT above_id AS id FROM tag_above WHERE tag_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(tags)],
  );
  return rows.map((row) => row.id);
}

function sumBelow(db: Database, tags: readonly number[]): number {
  return db.get<{ sum: number }>(
    `SELECT coalesce(sum(below), 0) AS sum FROM tag_count WHERE tag_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(tags)],
  )!.sum;
}
