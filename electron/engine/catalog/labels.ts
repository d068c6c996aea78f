import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";
import { saveSums } from "./label-sums.ts";

/**
 * Least confidence worth keeping. A family such as "dog" is found by the sum over its classes, so parts
 * far below any threshold count; below one in a hundred they no longer change a sum that is shown.
 */
const FLOOR = 0.01;

/** Class row ids of a model in the order of its output. */
export type ClassIds = readonly number[];

/** Makes the model and its classes known to the catalog; a model's classes never change under its key. */
export function ensureModel(
  db: Database,
  key: string,
  classes: readonly { readonly name: string; readonly wnid: string | null }[],
): ClassIds {
  return db.transaction(() => {
    db.run("INSERT OR IGNORE INTO model (key) VALUES (?)", [key]);
    const model = db.get<{ id: number }>("SELECT id FROM model WHERE key = ?", [key])!.id;
    const known = db.get<{ count: number }>(
      "SELECT count(*) AS count FROM class WHERE model_id = ?",
      [model],
    )!.count;
    if (known === 0) {
      classes.forEach(({ name, wnid }, position) =>
        db.run("INSERT INTO class (model_id, position, name, wnid) VALUES (?, ?, ?, ?)", [
          model,
          position,
          name,
          wnid,
        ]),
      );
    }
    const rows = db.all<{ id: number }>(
      "SELECT id FROM class WHERE model_id = ? ORDER BY position",
      [model],
    );
    return rows.map((row) => row.id);
  });
}

/** Replaces what this model said of the photo; `probabilities` are in the order of `classIds`. */
export function saveLabels(
  db: Database,
  id: PhotoId,
  labels: { readonly classIds: ClassIds; readonly probabilities: Float32Array },
): void {
  const { classIds, probabilities } = labels;
  clearLabels(db, id, classIds);
  probabilities.forEach((confidence, position) => {
    if (confidence < FLOOR) return;
    db.run("INSERT INTO label (photo_id, class_id, confidence) VALUES (?, ?, ?)", [
      id,
      classIds[position]!,
      confidence,
    ]);
  });
  if (classIds[0] !== undefined) saveSums(db, id, classIds[0]);
}

/** The same bytes get the same labels: what a twin's indexing found holds for its copy. */
export function copyLabels(db: Database, from: PhotoId, to: PhotoId, classIds: ClassIds): void {
  clearLabels(db, to, classIds);
  db.run(
    `INSERT INTO label (photo_id, class_id, confidence)
     SELECT ?, class_id, confidence FROM label WHERE photo_id = ? AND class_id BETWEEN ? AND ?`,
    [to, from, classIds[0] ?? 0, classIds.at(-1) ?? 0],
  );
  if (classIds[0] !== undefined) saveSums(db, to, classIds[0]);
}

/** Whether this model has said anything of the photo. */
export function hasLabels(db: Database, id: PhotoId, classIds: ClassIds): boolean {
  const range = [classIds[0] ?? 0, classIds.at(-1) ?? 0];
  const sql = "SELECT 1 FROM label WHERE photo_id = ? AND class_id BETWEEN ? AND ? LIMIT 1";
  return db.get(sql, [id, ...range]) !== undefined;
}

/** Classes of one model are inserted in one go, so their ids are consecutive. */
function clearLabels(db: Database, id: PhotoId, classIds: ClassIds): void {
  db.run("DELETE FROM label WHERE photo_id = ? AND class_id BETWEEN ? AND ?", [
    id,
    classIds[0] ?? 0,
    classIds.at(-1) ?? 0,
  ]);
}
