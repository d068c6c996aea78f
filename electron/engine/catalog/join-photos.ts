import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";
import { settleValues } from "./photo-facts.ts";
import { deletePhoto } from "./photos.ts";

/** What the user entered, and what must be remembered so that no import undoes it; each has its photo in `photo_id`. */
const USER_TABLES = [
  "photo_tag",
  "label_verdict",
  "user_value",
  "imported_tag",
  "album_photo",
  "duplicate_decision",
];

/**
 * Two entries turned out to be files of one photo: everything that the user entered for either is the photo's. Where both
 * have a value, a rating for instance, that of `to` holds. The entry `from` goes.
 */
export function joinPhotos(db: Database, from: PhotoId, to: PhotoId): void {
  db.transaction(() => {
    // Entered for one and imported for the other is entered.
    db.run(
      `UPDATE photo_tag SET origin = 'user' WHERE photo_id = ?
         AND tag_id IN (SELECT tag_id FROM photo_tag WHERE photo_id = ? AND origin = 'user')`,
      [to, from],
    );
    for (const table of USER_TABLES)
      db.run(`UPDATE OR IGNORE ${table} SET photo_id = ? WHERE photo_id = ?`, [to, from]);
    db.run("UPDATE album SET cover_photo_id = ? WHERE cover_photo_id = ?", [to, from]);
    db.run("UPDATE album_example SET photo_id = ? WHERE photo_id = ?", [to, from]);
    deletePhoto(db, from);
    settleValues(db, [to]);
  });
}
