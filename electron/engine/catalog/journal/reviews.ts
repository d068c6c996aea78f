/**
 * @file The journal's kind for photos that wait for a review: what is said of the file that they had before another took
 * its place. See former-files.ts.
 */
import type { ChangeKind } from "./change-kinds.ts";

const COLUMNS =
  "size_bytes, modified_at_us, fingerprint, pixel_hash, replaced_at_ms, missing_since_ms, similarity".split(
    ", ",
  );

/** The former file of a photo that is to be reviewed. */
export const reviews: ChangeKind = {
  read: `SELECT '' AS key, photo_id, json_object(${COLUMNS.map((name) => `'${name}', ${name}`).join(", ")}) AS value
    FROM former_file
    WHERE photo_id IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR '' IN (SELECT value FROM json_each(?2)))`,
  put(db, { value, photos }) {
    db.run("DELETE FROM former_file WHERE photo_id IN (SELECT value FROM json_each(?))", [photos]);
    if (value === null) return [];
    const values = COLUMNS.map((name) => `json_extract(?1, '$.${name}')`).join(", ");
    db.run(
      `INSERT INTO former_file (photo_id, ${COLUMNS.join(", ")})
       SELECT id, ${values} FROM photo WHERE id IN (SELECT value FROM json_each(?2))`,
      [value, photos],
    );
    return [];
  },
};
