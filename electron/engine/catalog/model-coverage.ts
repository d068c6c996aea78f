/**
 * @file Which model's labels and embedding each photo has. See [Note: Two models].
 *
 * [Note: Two models] While a library goes from one model to another, `photo.indexed_by` names the newest model
 * that knows the photo. A photo comes to the next model only after the answering one, so an entry that is
 * indexed at all can be found with the answering model, and going back loses nothing.
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";
import { getPhoto, type PhotoRow } from "./photos.ts";

export function countIndexedBy(db: Database, modelKey: string): number {
  return db.get<{ count: number }>("SELECT count(*) AS count FROM photo WHERE indexed_by = ?", [
    modelKey,
  ])!.count;
}

/** Photos that this model was the last to index, missing ones included, in the order of their ids. */
export function listIndexedBy(
  db: Database,
  modelKey: string,
  { after, limit }: { after: PhotoId | 0; limit: number },
): PhotoRow[] {
  return db
    .all<{ id: PhotoId }>(
      "SELECT id FROM photo WHERE id > ? AND indexed_by = ? ORDER BY id LIMIT ?",
      [after, modelKey, limit],
    )
    .flatMap(({ id }) => getPhoto(db, id) ?? []);
}

/** About `count` of them, from all over the library; walks no table. */
export function sampleIndexedBy(db: Database, modelKey: string, count: number): PhotoRow[] {
  const { largest } = db.get<{ largest: number | null }>("SELECT max(id) AS largest FROM photo")!;
  const ids = new Set<PhotoId>();
  for (let draw = 0; draw < count; draw++) {
    const from = Math.floor(((draw + Math.random()) / count) * (largest ?? 0));
    const [photo] = listIndexedBy(db, modelKey, { after: from as PhotoId, limit: 1 });
    if (photo) ids.add(photo.id);
  }
  return [...ids].flatMap((id) => getPhoto(db, id) ?? []);
}

export function hasIndexed(db: Database): boolean {
  return db.get("SELECT 1 FROM photo WHERE indexed_by IS NOT NULL LIMIT 1") !== undefined;
}

/** The answering model's embeddings are gone: every photo waits again. */
export function forgetIndexed(db: Database): void {
  db.run("UPDATE photo SET indexed_by = NULL WHERE indexed_by IS NOT NULL");
}

/** What no model of these indexed is waiting again; its vectors and labels stay under that model's key. */
export function forgetOtherModels(db: Database, modelKeys: readonly string[]): void {
  db.run(
    `UPDATE photo SET indexed_by = NULL
     WHERE indexed_by IS NOT NULL AND indexed_by NOT IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(modelKeys)],
  );
}

/** What the next model indexed counts as indexed by the answering one again, as it was before. */
export function returnToModel(db: Database, next: string, answering: string): void {
  db.run("UPDATE photo SET indexed_by = ? WHERE indexed_by = ?", [answering, next]);
}
