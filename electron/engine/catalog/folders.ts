import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

export interface FolderRow {
  readonly id: FolderId;
  readonly path: string;
  /** Device number of the root when it was last walked; see the schema. */
  readonly device: string | null;
}

const COLUMNS = "id, path, device";

/** The folders that the user has not removed, by path. */
export function listFolders(db: Database): FolderRow[] {
  return db.all(`SELECT ${COLUMNS} FROM folder WHERE removed_at_ms IS NULL ORDER BY path`);
}

export function getFolder(db: Database, id: FolderId): FolderRow | undefined {
  return db.get(`SELECT ${COLUMNS} FROM folder WHERE id = ? AND removed_at_ms IS NULL`, [id]);
}

/** Adds a folder, or brings a removed one back with its photos and their tags. */
export function addFolder(db: Database, path: string): FolderRow {
  db.durably(() =>
    db.run(
      `INSERT INTO folder (path, added_at_ms) VALUES (?, ?)
       ON CONFLICT (path) DO UPDATE SET removed_at_ms = NULL`,
      [path, Date.now()],
    ),
  );
  return db.get<FolderRow>(`SELECT ${COLUMNS} FROM folder WHERE path = ?`, [path])!;
}

export function removeFolder(db: Database, id: FolderId): void {
  db.durably(() => db.run("UPDATE folder SET removed_at_ms = ? WHERE id = ?", [Date.now(), id]));
}

export function setFolderDevice(db: Database, id: FolderId, device: string): void {
  db.run("UPDATE folder SET device = ? WHERE id = ?", [device, id]);
}

export function countPhotos(db: Database, id: FolderId): number {
  return db.get<{ count: number }>(
    "SELECT count(*) AS count FROM photo WHERE folder_id = ? AND missing_since_ms IS NULL",
    [id],
  )!.count;
}

/** Ids of a folder's photos that are there and indexed. */
export function listIndexed(db: Database, id: FolderId): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    "SELECT id FROM photo WHERE folder_id = ? AND missing_since_ms IS NULL AND indexed_by IS NOT NULL",
    [id],
  );
  return rows.map((row) => row.id);
}
