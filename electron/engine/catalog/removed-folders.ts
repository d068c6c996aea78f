/**
 * @file Folders that the user removed, and those that move: what happens to their entries.
 */
import type { FolderId, RemovedFolder } from "../../contract/folder.ts";
import type { Database } from "./database.ts";
import type { FolderRow } from "./folders.ts";
import { HAS_USER_DATA } from "./photos.ts";

/** The folders that wait to be added again or forgotten, by path. */
export function listRemoved(db: Database): RemovedFolder[] {
  return db.all(
    `SELECT folder.id, path, count(photo.id) AS photoCount,
       coalesce(sum(photo.id IS NOT NULL AND ${HAS_USER_DATA}), 0) AS keptCount
     FROM folder LEFT JOIN photo ON folder_id = folder.id
     WHERE removed_at_ms IS NOT NULL GROUP BY folder.id ORDER BY path`,
  );
}

/** Deletes a removed folder, its entries and all that the user entered about them. */
export function forgetFolder(db: Database, id: FolderId): void {
  db.durably(() => {
    deletePhotos(db, id, "TRUE");
    db.run("DELETE FROM folder WHERE id = ? AND removed_at_ms IS NOT NULL", [id]);
  });
}

/**
 * The folder is at another path now; what was known of its root is found out again there. A removed folder that
 * was there before leaves to it, as missing, the entries in which the user entered something.
 */
export function relocateFolder(db: Database, { id }: Pick<FolderRow, "id">, path: string): void {
  db.durably(() => {
    const before = db.get<{ id: FolderId }>(
      "SELECT id FROM folder WHERE path = ? AND id <> ? AND removed_at_ms IS NOT NULL",
      [path, id],
    );
    if (before) {
      deletePhotos(db, before.id, `NOT ${HAS_USER_DATA}`);
      db.run(
        `UPDATE photo SET folder_id = ?, missing_since_ms = coalesce(missing_since_ms, ?)
         WHERE folder_id = ?`,
        [id, Date.now(), before.id],
      );
      db.run("DELETE FROM folder WHERE id = ?", [before.id]);
    }
    db.run(
      `UPDATE folder SET path = ?, root_key = NULL, volume = NULL, volume_path = NULL,
         removed_at_ms = NULL WHERE id = ?`,
      [path, id],
    );
    // Bare words find the folder's name.
    db.run("INSERT OR IGNORE INTO stale_text SELECT id FROM photo WHERE folder_id = ?", [id]);
  });
}

function deletePhotos(db: Database, folder: FolderId, condition: string): void {
  const some = `SELECT id FROM photo WHERE folder_id = ? AND ${condition}`;
  db.run(`DELETE FROM photo_text WHERE rowid IN (${some})`, [folder]);
  db.run(`DELETE FROM photo WHERE id IN (${some})`, [folder]);
}
