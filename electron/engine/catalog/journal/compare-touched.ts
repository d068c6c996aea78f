/** @file What a change touched, before and after it. See [Note: Journal]. */
import type { Database } from "../database.ts";
import { changeKinds, type ChangeKindName } from "./change-kinds.ts";
import type { Touch } from "./journal.ts";

/** A touch as the SQL of its kind takes it. */
export interface Question {
  readonly kind: ChangeKindName;
  readonly photos: string;
  readonly keys: string | null;
}

export function toQuestion({ kind, photos, keys }: Touch): Question {
  return {
    kind,
    photos: JSON.stringify(photos),
    keys: keys ? JSON.stringify(keys.map(String)) : null,
  };
}

/** Keeps what is there until {@link forgetBefore}. */
export function readBefore(db: Database, questions: readonly Question[]): void {
  db.run(
    `CREATE TEMP TABLE IF NOT EXISTS journal_before (
       touch INTEGER, key TEXT, photo_id INTEGER, value TEXT, PRIMARY KEY (touch, key, photo_id)
     ) WITHOUT ROWID`,
  );
  questions.forEach(({ kind, photos, keys }, touch) =>
    db.run(
      `INSERT INTO temp.journal_before (touch, key, photo_id, value)
       SELECT ?3, key, photo_id, value FROM (${changeKinds[kind].read})`,
      [photos, keys, touch],
    ),
  );
}

/** Values that are not what they were; photos with the same change in one row. */
export function writeChanges(
  db: Database,
  entry: number,
  { question, touch }: { readonly question: Question; readonly touch: number },
): void {
  const { kind, photos, keys } = question;
  db.run(
    `INSERT INTO journal_change (entry_id, kind, key, before, after, photos)
     SELECT ?4, ?5, key, before, after, json_group_array(photo_id ORDER BY photo_id) FROM (
       SELECT key, photo_id, max(before) AS before, max(after) AS after FROM (
         SELECT key, photo_id, value AS before, NULL AS after FROM temp.journal_before WHERE touch = ?3
         UNION ALL SELECT key, photo_id, NULL, value FROM (${changeKinds[kind].read}))
       GROUP BY key, photo_id HAVING max(before) IS NOT max(after))
     GROUP BY key, before, after`,
    [photos, keys, touch, entry, kind],
  );
}

export function forgetBefore(db: Database): void {
  db.run("DELETE FROM temp.journal_before");
}
