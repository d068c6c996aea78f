/**
 * @file Sums of labels over wide families. They are derived: made in the background for photos that were indexed
 * before, kept by every later writing of labels.
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { CatalogReader } from "./catalog-reader.ts";
import type { Database } from "./database.ts";

/** A sum below it is not kept: a search that asks for less adds up labels instead. */
export const SUM_FLOOR = 0.1;

/** The families of a model that sums are to be kept for. */
export interface SummedFamilies {
  readonly modelKey: string;
  /** Sums of another edition are thrown away. */
  readonly edition: string;
  /** WordNet id → row ids of the model's classes. */
  readonly members: ReadonlyMap<string, readonly number[]>;
}

/** Whether every photo has its sums of this edition. */
export function hasSums(catalog: CatalogReader, modelKey: string, edition: string): boolean {
  const row = catalog.get(
    "SELECT 1 FROM model WHERE key = ? AND sums_edition = ? AND sums_through IS NULL",
    [modelKey, edition],
  );
  return row !== undefined;
}

/** From now on labels of this model are written with their sums; those of earlier photos are missing yet. */
export function beginSums(db: Database, { modelKey, edition, members }: SummedFamilies): void {
  db.transaction(() => {
    const model = db.get<{ id: number; edition: string | null }>(
      "SELECT id, sums_edition AS edition FROM model WHERE key = ?",
      [modelKey],
    );
    if (!model || model.edition === edition) return;
    db.run("DELETE FROM family WHERE model_id = ?", [model.id]);
    for (const [wnid, classIds] of members) {
      const family = db.insert("INSERT INTO family (model_id, wnid) VALUES (?, ?)", [
        model.id,
        wnid,
      ]);
      for (const id of classIds)
        db.run("INSERT INTO family_class (class_id, family_id) VALUES (?, ?)", [id, family]);
    }
    db.run("UPDATE model SET sums_edition = ?, sums_through = 0 WHERE id = ?", [edition, model.id]);
  });
}

/** Makes the sums of the next photos and answers whether there may be more. */
export function sumNext(db: Database, modelKey: string, limit: number): boolean {
  return db.transaction(() => {
    const model = db.get<{ id: number; through: number | null }>(
      "SELECT id, sums_through AS through FROM model WHERE key = ?",
      [modelKey],
    );
    if (typeof model?.through !== "number") return false;
    const { last } = db.get<{ last: number | null }>(
      "SELECT max(id) AS last FROM (SELECT id FROM photo WHERE id > ? ORDER BY id LIMIT ?)",
      [model.through, limit],
    )!;
    if (last !== null) {
      db.run(`${SUM} WHERE photo_id > ? AND photo_id <= ? AND model_id = ? ${GROUP}`, [
        model.through,
        last,
        model.id,
        SUM_FLOOR,
      ]);
    }
    db.run("UPDATE model SET sums_through = ? WHERE id = ?", [last, model.id]);
    return last !== null;
  });
}

/** Replaces the sums of a photo by those of its labels as they are now; `classId` is any class of the model. */
export function saveSums(db: Database, id: PhotoId, classId: number): void {
  const { model_id: model } = db.get<{ model_id: number }>(
    "SELECT model_id FROM class WHERE id = ?",
    [classId],
  )!;
  db.run(
    "DELETE FROM label_sum WHERE photo_id = ? AND family_id IN (SELECT id FROM family WHERE model_id = ?)",
    [id, model],
  );
  db.run(`${SUM} WHERE photo_id = ? AND model_id = ? ${GROUP}`, [id, model, SUM_FLOOR]);
}

const SUM = `INSERT OR REPLACE INTO label_sum (photo_id, family_id, confidence)
  SELECT photo_id, family_id, sum(confidence) FROM label
  JOIN family_class ON family_class.class_id = label.class_id JOIN family ON family.id = family_id`;
const GROUP = "GROUP BY photo_id, family_id HAVING sum(confidence) >= ?";
