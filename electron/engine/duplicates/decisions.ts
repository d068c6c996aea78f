/**
 * @file What the user decided about groups: data of the user, kept with the photos, so that it outlives their files' names and every new index.
 */
import { randomUUID } from "node:crypto";
import type { DuplicateVerdict } from "../../contract/duplicates.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import { record, type Recorded } from "../catalog/journal/journal.ts";

/**
 * Keeps all of these photos, as one entry of the journal. On the disk when this returns. Nothing is changed where that was said of all of
 * them together before.
 */
export function decide(
  db: Database,
  photos: readonly PhotoId[],
  verdict: DuplicateVerdict,
): Recorded {
  if (isDecided(db, photos)) return { entry: undefined, changed: [] };
  // Never given again, as an entry of the history knows it.
  const id = randomUUID();
  return record(
    db,
    {
      touches: [{ kind: "duplicate-decision", keys: [id], photos }],
      sentence: (count) => tell(`done.duplicates.${verdict}`, { count }),
    },
    () =>
      db.run(
        `INSERT INTO duplicate_decision (photo_id, decision_id, verdict, at_ms)
         SELECT id, ?, ?, ? FROM photo WHERE id IN (SELECT value FROM json_each(?))`,
        [id, verdict, Date.now(), JSON.stringify(photos)],
      ),
  );
}

/** Whether the user keeps all of these photos together, and perhaps others with them. */
export function isDecided(db: Database, photos: readonly PhotoId[]): boolean {
  const sql = `SELECT 1 FROM duplicate_decision WHERE photo_id IN (SELECT value FROM json_each(?))
    GROUP BY decision_id HAVING count(*) = ? LIMIT 1`;
  return db.get(sql, [JSON.stringify(photos), new Set(photos).size]) !== undefined;
}
