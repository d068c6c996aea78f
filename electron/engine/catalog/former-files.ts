/**
 * @file The file that was at an entry's path before another took its place. Kept until it is clear that the other
 * is the same photo, edited; where it looks like another photo, until the user has decided. See [Note: Edited].
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

/** Least cosine of two embeddings of the same photo before and after an edit; see [Note: Edited]. */
export const SAME_PHOTO = 0.8;

export function isSamePhoto(similarity: number): boolean {
  return similarity >= SAME_PHOTO;
}

export interface FormerFile {
  readonly sizeBytes: number;
  readonly modifiedAtUs: number;
  readonly fingerprint: string;
  readonly pixelHash: string | null;
  readonly replacedAtMs: number;
  /** Where the entry had been missing when the other file appeared. */
  readonly missingSinceMs: number | null;
  /** Cosine of its embedding and that of the file that is there now; null until both are known. */
  readonly similarity: number | null;
}

/** Remembers what the entry's file was, before its row forgets it; what is remembered already is older, and stays. */
export function rememberFile(db: Database, id: PhotoId): void {
  db.run(
    `INSERT OR IGNORE INTO former_file (photo_id, size_bytes, modified_at_us, fingerprint, pixel_hash, replaced_at_ms, missing_since_ms)
     SELECT id, size_bytes, modified_at_us, fingerprint, pixel_hash, ?, missing_since_ms FROM photo
     WHERE id = ? AND fingerprint IS NOT NULL`,
    [Date.now(), id],
  );
  db.run("UPDATE photo SET pixel_hash = NULL WHERE id = ?", [id]);
  // It was weighed against a file that is not there any more.
  db.run("UPDATE former_file SET similarity = NULL WHERE photo_id = ?", [id]);
}

export function getFormerFile(db: Database, id: PhotoId): FormerFile | undefined {
  return db.get(
    `SELECT size_bytes AS sizeBytes, modified_at_us AS modifiedAtUs, fingerprint, pixel_hash AS pixelHash,
       replaced_at_ms AS replacedAtMs, missing_since_ms AS missingSinceMs, similarity FROM former_file WHERE photo_id = ?`,
    [id],
  );
}

/** The file that is there now is the same photo. */
export function forgetFormerFile(db: Database, id: PhotoId): void {
  db.run("DELETE FROM former_file WHERE photo_id = ?", [id]);
}

/** The file that is there now may be another photo: the user decides. */
export function markForReview(db: Database, id: PhotoId, similarity: number): void {
  db.run("UPDATE former_file SET similarity = ? WHERE photo_id = ?", [similarity, id]);
}

/** SQL: ids of photos that the user entered something for, and whose file may be another photo. */
export const FOR_REVIEW = `SELECT photo_id FROM former_file WHERE similarity < ${SAME_PHOTO} AND (
  EXISTS (SELECT 1 FROM photo_tag WHERE photo_tag.photo_id = former_file.photo_id AND origin = 'user')
  OR EXISTS (SELECT 1 FROM user_value WHERE user_value.photo_id = former_file.photo_id)
  OR EXISTS (SELECT 1 FROM label_verdict WHERE label_verdict.photo_id = former_file.photo_id)
  OR EXISTS (SELECT 1 FROM album_photo WHERE album_photo.photo_id = former_file.photo_id)
  OR EXISTS (SELECT 1 FROM album_example WHERE album_example.photo_id = former_file.photo_id))`;

export interface ReplacedFile {
  readonly photoId: PhotoId;
  readonly formerFingerprint: string;
  readonly formerSizeBytes: number;
  readonly replacedAtMs: number;
}

/** Photos that are there and wait for the user's decision, in the order in which their files were replaced, after one of them. */
export function listReplaced(
  db: Database,
  { after, limit }: { readonly after?: PhotoId | undefined; readonly limit: number },
): ReplacedFile[] {
  return db.all(
    `SELECT photo_id AS photoId, former_file.fingerprint AS formerFingerprint,
       former_file.size_bytes AS formerSizeBytes, replaced_at_ms AS replacedAtMs
     FROM former_file JOIN photo ON photo.id = photo_id JOIN folder ON folder.id = folder_id
     WHERE photo_id IN (${FOR_REVIEW}) AND photo.missing_since_ms IS NULL AND removed_at_ms IS NULL
       AND (?1 IS NULL OR (replaced_at_ms, photo_id) >
         (SELECT replaced_at_ms, photo_id FROM former_file WHERE photo_id = ?1))
     ORDER BY replaced_at_ms, photo_id LIMIT ?2`,
    [after ?? null, limit],
  );
}

/** Those of a JSON array of ids that wait for the user's decision. */
export function listForReview(db: Database, ids: string): PhotoId[] {
  const rows = db.all<{ photo_id: PhotoId }>(
    `${FOR_REVIEW} AND photo_id IN (SELECT value FROM json_each(?))`,
    [ids],
  );
  return rows.map((row) => row.photo_id);
}

/** The entry's own file is gone after all: it is missing, as it was before another file took its place. */
export function restoreFormerFile(db: Database, id: PhotoId): void {
  db.run(
    `UPDATE photo SET missing_since_ms = ?, indexed_by = NULL, file_key = '',
       (size_bytes, modified_at_us, fingerprint, pixel_hash) =
       (SELECT size_bytes, modified_at_us, fingerprint, pixel_hash FROM former_file WHERE photo_id = photo.id)
     WHERE id = ?`,
    [Date.now(), id],
  );
  db.run("DELETE FROM failure WHERE photo_id = ?", [id]);
  forgetFormerFile(db, id);
}
