import type { ErrorCode } from "../../contract/errors.ts";
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

export interface FailureRow {
  readonly folderPath: string;
  readonly directory: string;
  readonly name: string;
  readonly code: ErrorCode;
  readonly message: string;
}

export function recordFailure(
  db: Database,
  id: PhotoId,
  failure: { readonly code: ErrorCode; readonly message: string },
): void {
  db.run("INSERT OR REPLACE INTO failure (photo_id, code, message, at_ms) VALUES (?, ?, ?, ?)", [
    id,
    failure.code,
    failure.message,
    Date.now(),
  ]);
}

/** Failures of photos that are there, by path; of some folders, or of all. */
export function listFailures(db: Database, folders?: readonly FolderId[]): FailureRow[] {
  return db.all(
    `SELECT folder.path AS folderPath, directory, name, code, message
     FROM failure JOIN photo ON photo.id = photo_id JOIN folder ON folder.id = folder_id
     WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL
       AND (?1 IS NULL OR folder_id IN (SELECT value FROM json_each(?1)))
     ORDER BY folder.path, directory, name`,
    [folders ? JSON.stringify(folders) : null],
  );
}

/** A file that might not be read may be readable now, and nothing about the file itself would tell: try again. */
export function clearUnreadable(db: Database, folders: readonly FolderId[]): void {
  db.run(
    `DELETE FROM failure WHERE code = 'file-unreadable'
       AND photo_id IN (SELECT id FROM photo WHERE folder_id IN (SELECT value FROM json_each(?)))`,
    [JSON.stringify(folders)],
  );
}
