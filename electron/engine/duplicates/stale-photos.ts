/**
 * @file Photos whose groups may be others now. Triggers of the catalog write them down (migration 0020), so that what a killed engine
 * left is gone on with.
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";

/** Photos of a folder that are made stale in one step. */
const FOLDER_STEP = 2_000;

/** Some of them, in the order of their ids. */
export function listStale(db: Database, limit: number): PhotoId[] {
  return idsOf(
    db.all("SELECT photo_id AS id FROM duplicate_stale ORDER BY photo_id LIMIT ?", [limit]),
  );
}

/** Those of them that can be compared as they are, because no picture has to be looked at first. */
export function listReady(db: Database, limit: number): PhotoId[] {
  return idsOf(
    db.all(
      `SELECT stale.photo_id AS id FROM (SELECT photo_id FROM duplicate_stale ORDER BY photo_id DESC LIMIT ?) AS stale
       LEFT JOIN photo ON photo.id = stale.photo_id
       WHERE photo.id IS NULL OR NOT (${NEEDS_LOOK})`,
      [limit],
    ),
  );
}

/** Contents of these photos that were not looked at yet, each once; they have a thumbnail. */
export function listUnseen(db: Database, photos: readonly PhotoId[]): string[] {
  const rows = db.all<{ fingerprint: string }>(
    `SELECT DISTINCT fingerprint FROM photo
     WHERE photo.id IN (SELECT value FROM json_each(?)) AND ${NEEDS_LOOK}`,
    [JSON.stringify(photos)],
  );
  return rows.map(({ fingerprint }) => fingerprint);
}

/** They were compared. */
export function clearStale(db: Database, photos: readonly PhotoId[]): void {
  db.run("DELETE FROM duplicate_stale WHERE photo_id IN (SELECT value FROM json_each(?))", [
    JSON.stringify(photos),
  ]);
}

/** One step through folders whose photos are all to be compared again; false where there is none. */
export function spreadFolder(db: Database): boolean {
  const next = db.get<{ folder: number; after: number }>(
    "SELECT folder_id AS folder, after_id AS after FROM duplicate_folder ORDER BY folder_id LIMIT 1",
  );
  if (!next) return false;
  const { folder, after } = next;
  db.transaction(() => {
    const photos = idsOf(
      db.all(
        `SELECT id FROM photo WHERE id > ? AND folder_id = ? AND fingerprint IS NOT NULL ORDER BY id LIMIT ?`,
        [after, folder, FOLDER_STEP],
      ),
    );
    db.run(
      "INSERT OR IGNORE INTO duplicate_stale (photo_id) SELECT value FROM json_each(?) WHERE TRUE",
      [JSON.stringify(photos)],
    );
    const last = photos.at(-1);
    if (last === undefined) db.run("DELETE FROM duplicate_folder WHERE folder_id = ?", [folder]);
    else db.run("UPDATE duplicate_folder SET after_id = ? WHERE folder_id = ?", [last, folder]);
  });
  return true;
}

/** Every photo is to be compared again. */
export function beginAnew(db: Database): void {
  db.run("INSERT OR REPLACE INTO duplicate_folder (folder_id, after_id) SELECT id, 0 FROM folder");
}

/** About how many photos are still to be compared; of a folder that is gone through, as if its photos lay evenly among all. */
export function countStale(db: Database): number {
  return db.get<{ count: number }>(
    `SELECT (SELECT count(*) FROM duplicate_stale) + (
       SELECT coalesce(sum(present * (last - after_id) / last), 0)
       FROM duplicate_folder JOIN photo_count USING (folder_id) JOIN (SELECT max(id) AS last FROM photo)) AS count`,
  )!.count;
}

const NEEDS_LOOK = `photo.kind = 'photo' AND photo.width_px IS NOT NULL AND photo.fingerprint IS NOT NULL
  AND photo.missing_since_ms IS NULL
  AND NOT EXISTS (SELECT 1 FROM picture WHERE picture.fingerprint = photo.fingerprint)`;

function idsOf(rows: readonly { readonly id: PhotoId }[]): PhotoId[] {
  return rows.map(({ id }) => id);
}
