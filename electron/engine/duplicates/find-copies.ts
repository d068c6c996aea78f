import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";

/** SQL over `photo` and `folder`: the file is there, in a folder of the library, and is not empty. */
export const IS_THERE = `photo.missing_since_ms IS NULL AND photo.size_bytes > 0
  AND photo.folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL)`;

/**
 * Photos whose files have the same bytes as this one's, itself included, by id; nobody where its own file is not there. What belongs to one
 * photo, such as a RAW file and its JPEG, is one entry and so never a copy.
 */
export function findCopies(db: Database, id: PhotoId): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    `SELECT photo.id FROM photo AS own CROSS JOIN photo ON photo.fingerprint = own.fingerprint
     WHERE own.id = ? AND own.missing_since_ms IS NULL AND ${IS_THERE} ORDER BY photo.id`,
    [id],
  );
  const found = rows.map((row) => row.id);
  return found.includes(id) ? found : [];
}
