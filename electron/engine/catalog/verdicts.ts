/**
 * @file What the user said of labels. A verdict goes before whatever a model says, and outlives it.
 */
import type { LabelVerdict } from "../../contract/label.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { tell } from "../../texts/tell.ts";
import type { CatalogReader } from "./catalog-reader.ts";
import type { Database } from "./database.ts";
import { record, type Recorded } from "./journal/journal.ts";
import { markStale } from "./photo-text.ts";

/** A label as a verdict is kept under it. */
export interface JudgedLabel {
  /** WordNet id, else the name in lower case. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** WordNet ids, else names, of the classes that it stands for. */
  readonly classes: readonly string[];
  /** Keys that it is a kind of, without itself: confirming it takes back their rejection. */
  readonly above: readonly string[];
  /** Keys that are kinds of it, without itself: rejecting it takes back their confirmation. */
  readonly below: readonly string[];
}

/**
 * Keeps the verdict for the photos, or with null forgets it; a verdict that contradicts it goes. Answers with the
 * photos of which anything changed. On the disk when this returns.
 */
export function judge(
  db: Database,
  photos: readonly PhotoId[],
  {
    label,
    verdict,
    modelKey,
  }: {
    readonly label: JudgedLabel;
    readonly verdict: LabelVerdict | null;
    readonly modelKey: string;
  },
): Recorded {
  const ids = JSON.stringify(photos);
  const keys = [label.key, ...(verdict === "confirmed" ? label.above : label.below)];
  const touches = [
    { kind: "verdict", photos, keys: verdict === null ? [label.key] : keys },
  ] as const;
  return db.durably(() => {
    const recorded = record(db, { touches, sentence: sentenceOf(label, verdict) }, () => {
      if (verdict === null) {
        db.run(`DELETE FROM label_verdict WHERE label = ? AND photo_id IN ${IDS}`, [
          label.key,
          ids,
        ]);
        return;
      }
      remember(db, label);
      forgetContrary(db, ids, { label, verdict });
      db.run(
        `INSERT INTO label_verdict (photo_id, label, verdict, model_key, at_ms)
         SELECT id, ?, ?, ?, ? FROM photo WHERE id IN ${IDS}
         ON CONFLICT DO UPDATE SET verdict = excluded.verdict, model_key = excluded.model_key, at_ms = excluded.at_ms
         WHERE verdict <> excluded.verdict`,
        [label.key, verdict, modelKey, Date.now(), ids],
      );
    });
    markStale(db, recorded.changed);
    return recorded;
  });
}

function sentenceOf({ name }: JudgedLabel, verdict: LabelVerdict | null) {
  return (count: number) => tell(`done.label.${verdict ?? "forgotten"}`, { label: name, count });
}

/** Whether any verdict is kept under the key. */
export function isJudged(catalog: CatalogReader, key: string): boolean {
  return catalog.get("SELECT 1 FROM label_verdict WHERE label = ? LIMIT 1", [key]) !== undefined;
}

export interface JudgedKey {
  readonly label: string;
  readonly isConfirmed: 0 | 1;
  readonly isRejected: 0 | 1;
}

/** Every label that was judged on some photo: a few seeks in the index each, however many photos. */
export function listJudged(catalog: CatalogReader): JudgedKey[] {
  return catalog.all(
    `WITH RECURSIVE judged (label) AS (
       SELECT min(label) FROM label_verdict
       UNION ALL
       SELECT (SELECT min(label) FROM label_verdict WHERE label > judged.label)
       FROM judged WHERE label IS NOT NULL
     )
     SELECT label,
       EXISTS (SELECT 1 FROM label_verdict AS kept
               WHERE kept.label = judged.label AND verdict = 'confirmed') AS isConfirmed,
       EXISTS (SELECT 1 FROM label_verdict AS kept
               WHERE kept.label = judged.label AND verdict = 'rejected') AS isRejected
     FROM judged WHERE label IS NOT NULL`,
  );
}

export interface PhotoVerdict {
  readonly photoId: PhotoId;
  readonly label: string;
  readonly verdict: LabelVerdict;
}

/** For a JSON array of ids, the latest first. */
export function readVerdicts(catalog: CatalogReader, ids: string): PhotoVerdict[] {
  return catalog.all(
    `SELECT photo_id AS photoId, label, verdict
     FROM json_each(?) AS wanted CROSS JOIN label_verdict ON photo_id = wanted.value
     ORDER BY at_ms DESC, label`,
    [ids],
  );
}

export interface VerdictCount {
  readonly label: string;
  readonly name: string;
  readonly confirmed: number;
  readonly rejected: number;
}

/** What was said of a model's labels, of those in a JSON array of keys or of all; those with most verdicts first. */
export function countVerdicts(
  catalog: CatalogReader,
  modelKey: string,
  keys?: readonly string[],
): VerdictCount[] {
  const some = keys ? "label IN (SELECT value FROM json_each(?)) AND" : "";
  return catalog.all(
    `SELECT label, name, count(*) FILTER (WHERE verdict = 'confirmed') AS confirmed,
       count(*) FILTER (WHERE verdict = 'rejected') AS rejected
     FROM label_verdict JOIN judged_label USING (label) WHERE ${some} model_key = ?
     GROUP BY label ORDER BY count(*) DESC, name`,
    keys ? [JSON.stringify(keys), modelKey] : [modelKey],
  );
}

const IDS = "(SELECT value FROM json_each(?))";

function remember(db: Database, { key, name, classes }: JudgedLabel): void {
  db.run("DELETE FROM judged_class WHERE label = ?", [key]);
  db.run(
    "INSERT INTO judged_label (label, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name",
    [key, name],
  );
  db.run("INSERT OR IGNORE INTO judged_class (label, class) SELECT ?, value FROM json_each(?)", [
    key,
    JSON.stringify(classes),
  ]);
}

/** A tabby is a cat: who says tabby takes back "no cat", and who says "no cat" takes back tabby. */
function forgetContrary(
  db: Database,
  ids: string,
  { label, verdict }: { label: JudgedLabel; verdict: LabelVerdict },
): void {
  const [contrary, keys] =
    verdict === "confirmed" ? ["rejected", label.above] : ["confirmed", label.below];
  db.run(
    `DELETE FROM label_verdict WHERE verdict = ? AND label IN (SELECT value FROM json_each(?))
       AND photo_id IN ${IDS}`,
    [contrary, JSON.stringify(keys), ids],
  );
}
