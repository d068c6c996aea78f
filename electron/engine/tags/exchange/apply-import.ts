import type { PhotoId } from "../../../contract/photo.ts";
import type { Database } from "../../catalog/database.ts";
import { photosInWords, record, type Recorded } from "../../catalog/journal/journal.ts";
import { settleValues } from "../../catalog/photo-facts.ts";
import { refreshTexts, type TextOptions } from "../../catalog/photo-text.ts";
import { ensureTag } from "../../catalog/tags.ts";
import { columnOf, type ImportPlan } from "./import-plan.ts";

/**
 * Makes the change that was planned, as one entry of the journal: all of it, on the disk when this returns, or nothing. `source` is
 * named in the entry's sentence.
 */
export function applyImport(
  db: Database,
  { tags, values }: Pick<ImportPlan, "tags" | "values">,
  { source, text }: { readonly source: string; readonly text: TextOptions },
): Recorded {
  return db.durably(() => {
    const planned = [...tags.values()].map(({ path, photos }) => ({
      id: ensureTag(db, path),
      photos: [...photos],
    }));
    const tagged = distinct(planned.flatMap(({ photos }) => photos));
    const valued = distinct([...values.values()].flatMap((one) => [...one.keys()]));
    const touches = [
      { kind: "tag", photos: tagged, keys: planned.map(({ id }) => id) },
      { kind: "user-value", photos: valued, keys: [...values.keys()].map((one) => columnOf[one]) },
    ] as const;
    const sentence = (count: number) => describeImport({ tags, values }, count, source);
    const recorded = record(db, { touches, sentence }, () => {
      for (const one of planned) give(db, one);
      for (const [field, entered] of values) enter(db, columnOf[field], entered);
      settleValues(db, valued);
    });
    refreshTexts(db, recorded.changed, text);
    return recorded;
  });
}

function give(db: Database, { id, photos }: { id: number; photos: readonly PhotoId[] }): void {
  db.run(
    // The word WHERE also tells SQLite that ON belongs to the conflict and not to a join.
    `INSERT INTO photo_tag (photo_id, tag_id, added_at_ms)
     SELECT id, ?, ? FROM photo WHERE id IN (SELECT value FROM json_each(?))
     ON CONFLICT (photo_id, tag_id) DO UPDATE SET origin = 'user' WHERE origin = 'file'`,
    [id, Date.now(), JSON.stringify(photos)],
  );
}

function enter(db: Database, column: string, entered: ReadonlyMap<PhotoId, string | number>): void {
  db.run(
    `INSERT OR REPLACE INTO user_value (photo_id, field, value)
     SELECT photo.id, ?, each.value ->> 1 FROM json_each(?) AS each
     JOIN photo ON photo.id = each.value ->> 0`,
    [column, JSON.stringify([...entered])],
  );
}

/** "Imported 5 tags and 2 ratings for 412 photos from trip.csv". */
export function describeImport(
  { tags, values }: Pick<ImportPlan, "tags" | "values">,
  photos: number,
  source: string,
): string {
  const parts = [
    ...(tags.size > 0 ? [inWords(tags.size, "tag")] : []),
    ...[...values].map(([field, entered]) => inWords(entered.size, NAMES[field])),
  ];
  const last = parts.pop()!;
  const what = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  return `Imported ${what} for ${photosInWords(photos)} from ${source}`;
}

const NAMES = {
  rating: "rating",
  flag: "flag",
  colour: "colour label",
  title: "title",
  caption: "caption",
} as const;

function inWords(count: number, name: string): string {
  return `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`;
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
