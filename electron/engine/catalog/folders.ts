import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

export interface FolderRow {
  readonly id: FolderId;
  readonly path: string;
  /** device:inode of the root when it was last walked. */
  readonly rootKey: string | null;
  /** Where it was then, independent of where its volume is mounted; see the schema. */
  readonly volume: string | null;
  readonly volumePath: string | null;
  /** Patterns that the user leaves out, one a line. */
  readonly ignored: string;
  /** 1 where XMP files are written beside its photos by themselves. */
  readonly mirrors: 0 | 1;
}

/** What was found out about a folder's root. */
export type FolderRoot = Pick<FolderRow, "rootKey" | "volume" | "volumePath">;

/** A file as the catalog has it. */
export interface KnownFile {
  readonly directory: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAtUs: number;
}

const COLUMNS =
  "id, path, root_key AS rootKey, volume, volume_path AS volumePath, ignored, mirrors";

/** The folders that the user has not removed, by path. */
export function listFolders(db: Database): FolderRow[] {
  return db.all(`SELECT ${COLUMNS} FROM folder WHERE removed_at_ms IS NULL ORDER BY path`);
}

/** Also those that the user removed. */
export function listAllFolders(db: Database): FolderRow[] {
  return db.all(`SELECT ${COLUMNS} FROM folder ORDER BY removed_at_ms IS NOT NULL, path`);
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

export function setFolderRoot(db: Database, id: FolderId, root: FolderRoot): void {
  db.run(
    `UPDATE folder SET root_key = ?1, volume = ?2, volume_path = ?3
     WHERE id = ?4 AND (root_key, volume, volume_path) IS NOT (?1, ?2, ?3)`,
    [root.rootKey, root.volume, root.volumePath, id],
  );
}

export function setIgnored(db: Database, id: FolderId, patterns: readonly string[]): void {
  db.durably(() => db.run("UPDATE folder SET ignored = ? WHERE id = ?", [patterns.join("\n"), id]));
}

/** The patterns of {@link FolderRow.ignored}. */
export function readPatterns({ ignored }: Pick<FolderRow, "ignored">): string[] {
  return ignored === "" ? [] : ignored.split("\n");
}

/** Some of a folder's files, from all over it; those that were there last, before those that were missing. */
export function sampleFiles(db: Database, id: FolderId, limit: number): KnownFile[] {
  return db.all(
    `SELECT directory, name, size_bytes AS sizeBytes, modified_at_us AS modifiedAtUs
     FROM photo WHERE folder_id = ?
     ORDER BY missing_since_ms IS NOT NULL, photo.id * 2654435761 % 4294967296 LIMIT ?`,
    [id, limit],
  );
}

/** Ids of a folder's photos that are there and indexed. */
export function listIndexed(db: Database, id: FolderId): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    `SELECT id FROM photo WHERE folder_id = ? AND missing_since_ms IS NULL
       AND (indexed_by IS NOT NULL OR (kind = 'video' AND format IS NOT NULL))`,
    [id],
  );
  return rows.map((row) => row.id);
}
