/** @file The photos that wait to be indexed. The queue is these queries: bounded, and it survives a crash. */
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";
import { isPaused } from "./paused-folders.ts";

export interface WaitingChoice {
  /** Also those of folders that the user paused. */
  readonly withPaused: boolean;
  /** Folders that cannot be reached: what waits there is not to be begun. */
  readonly offline: readonly FolderId[];
}

const ALL: WaitingChoice = { withPaused: true, offline: [] };

/** The newest of those that wait. Each folder is asked for its own: a million that cannot be reached would be stepped over each time. */
export function listWaiting(db: Database, limit: number, choice = ALL): PhotoId[] {
  const folders = db.all<{ id: FolderId }>("SELECT id FROM folder WHERE removed_at_ms IS NULL");
  const rows = folders
    .filter(({ id }) => isReached(db, id, choice))
    .flatMap(({ id }) =>
      db.all<{ id: PhotoId; atMs: number }>(
        `SELECT id, sort_at_ms AS atMs FROM photo INDEXED BY photo_waiting
         WHERE folder_id = ? AND ${IS_WAITING} ORDER BY sort_at_ms DESC, id DESC LIMIT ?`,
        [id, limit],
      ),
    );
  return rows
    .sort((a, b) => b.atMs - a.atMs || b.id - a.id)
    .slice(0, limit)
    .map(({ id }) => id);
}

export function isWaiting(db: Database, id: PhotoId, choice = ALL): boolean {
  const row = db.get<{ folderId: FolderId }>(
    `SELECT folder_id AS folderId FROM photo JOIN folder ON folder.id = folder_id
     WHERE photo.id = ? AND ${IS_WAITING} AND removed_at_ms IS NULL`,
    [id],
  );
  return row !== undefined && isReached(db, row.folderId, choice);
}

/** Whether a tile of it is empty: it waits, its folder paused or not, and its file was not decoded as it is now. */
export function isUnseen(db: Database, id: PhotoId, offline: readonly FolderId[]): boolean {
  const row = db.get<{ folderId: FolderId }>(
    `SELECT folder_id AS folderId FROM photo JOIN folder ON folder.id = folder_id
     WHERE photo.id = ? AND ${IS_WAITING} AND (fingerprint IS NULL OR width_px IS NULL) AND removed_at_ms IS NULL`,
    [id],
  );
  return row !== undefined && !offline.includes(row.folderId);
}

/** How many wait in these folders, or in all of the library. */
export function countWaiting(db: Database, choice = ALL, folders?: readonly FolderId[]): number {
  const rows = db.all<{ id: FolderId; waiting: number }>(
    `SELECT folder_id AS id, waiting FROM photo_count JOIN folder ON folder.id = folder_id
     WHERE waiting > 0 AND removed_at_ms IS NULL`,
  );
  return rows
    .filter(({ id }) => (folders?.includes(id) ?? true) && isReached(db, id, choice))
    .reduce((sum, { waiting }) => sum + waiting, 0);
}

function isReached(db: Database, id: FolderId, { withPaused, offline }: WaitingChoice): boolean {
  return !offline.includes(id) && (withPaused || !isPaused(db, id));
}

/** As the index says it. */
const IS_WAITING = `indexed_by IS NULL AND missing_since_ms IS NULL AND has_failed = 0
  AND (kind = 'photo' OR format IS NULL OR fingerprint IS NULL)`;
