import type { PhotoId } from "../../contract/photo.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "./database.ts";
import { recordFinal } from "./journal/journal.ts";
import { listPaths } from "./photos.ts";

export interface Forgotten {
  readonly photos: readonly { readonly id: PhotoId; readonly path: string }[];
  /** Of the history; undefined where no photo was missing. */
  readonly entry: number | undefined;
}

/**
 * Deletes the entries of missing photos with all that the user entered about them. Those of the photos that are there stay. On the disk when this
 * returns.
 */
export function forgetMissing(db: Database, wanted: readonly PhotoId[]): Forgotten {
  return db.durably(() => {
    const rows = db.all<{ id: PhotoId }>(
      `SELECT id FROM photo WHERE missing_since_ms IS NOT NULL
         AND id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(wanted)],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return { photos: [], entry: undefined };
    const photos = listPaths(db, ids);
    const some = "SELECT value FROM json_each(?)";
    db.run(`DELETE FROM photo_text WHERE rowid IN (${some})`, [JSON.stringify(ids)]);
    db.run(`DELETE FROM photo WHERE id IN (${some})`, [JSON.stringify(ids)]);
    const entry = recordFinal(db, {
      sentence: tell("done.forgotten", { count: ids.length }),
      photos: ids.length,
      finalBecause: tell("final.forgotten"),
    });
    return { photos, entry };
  });
}
