/**
 * @file Which entries a file may belong to: by what is in it.
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

export function setPixelHash(db: Database, id: PhotoId, pixelHash: string | null): void {
  db.run("UPDATE photo SET pixel_hash = ? WHERE id = ?", [pixelHash, id]);
}

export function copyPixelHash(db: Database, from: PhotoId, to: PhotoId): void {
  db.run(
    "UPDATE photo SET pixel_hash = (SELECT pixel_hash FROM photo AS twin WHERE id = ?) WHERE id = ?",
    [from, to],
  );
}

/** Whether a hash of pixels is that of the photo's. */
export function hasPixelsOf(db: Database, id: PhotoId, pixelHash: string | null): boolean {
  const sql = "SELECT 1 FROM photo WHERE id = ? AND pixel_hash = ?";
  return db.get(sql, [id, pixelHash]) !== undefined;
}

/** Other entries of watched folders with the same decoded pixels. */
export function findByPixels(db: Database, id: PhotoId): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    `SELECT other.id FROM photo JOIN photo AS other ON other.pixel_hash = photo.pixel_hash AND other.id <> photo.id
     JOIN folder ON folder.id = other.folder_id WHERE photo.id = ? AND removed_at_ms IS NULL`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** The user said that this photo's file is not the missing entry's. */
export function areKeptApart(db: Database, missing: PhotoId, photo: PhotoId): boolean {
  const sql = "SELECT 1 FROM kept_apart WHERE missing_id = ? AND photo_id = ?";
  return db.get(sql, [missing, photo]) !== undefined;
}

export function keepApart(db: Database, missing: PhotoId, photo: PhotoId): void {
  db.run("INSERT OR IGNORE INTO kept_apart (missing_id, photo_id) VALUES (?, ?)", [missing, photo]);
}

/** All that the user entered for a photo, as one text: photos for which it is the same may be taken for each other. */
export function describeUserData(db: Database, id: PhotoId): string {
  return db.get<{ data: string }>(
    `SELECT json_array(
       (SELECT json_group_array(tag_id ORDER BY tag_id) FROM photo_tag
        WHERE photo_id = ?1 AND origin = 'user'),
       (SELECT json_group_array(json_array(field, value) ORDER BY field) FROM user_value WHERE photo_id = ?1),
       (SELECT json_group_array(json_array(label, verdict) ORDER BY label) FROM label_verdict WHERE photo_id = ?1),
       (SELECT json_group_array(album_id ORDER BY album_id) FROM album_photo WHERE photo_id = ?1)
     ) AS data`,
    [id],
  )!.data;
}
