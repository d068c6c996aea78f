/**
 * @file Photos whose XMP file is to be written by itself.
 *
 * [Note: Mirror queue] Triggers put a photo into the queue in the transaction that changes what the user entered, whoever changes it:
 * so nothing is forgotten, whatever ends the program. It leaves the queue once its sidecar was looked at and nothing happened to it meanwhile
 * (`revision`). What fails and may pass stays, with a later time; what only the user can put right leaves, and its trouble is kept.
 * Turning a folder on or off is one row, and what follows from it for its photos is done in parts (`settleQueue`), so that
 * nobody waits for a million of them; `queued_to` says how far it is, also after a kill.
 */
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";
import { HAS_SAY_IN_SIDECAR } from "./mirror-state.ts";

/** The longest time before it is tried again; a row that waits longer was written by a clock that is put right by now. */
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Whether a folder's XMP files are written by themselves: on, everything that the user entered there waits to be; off, nothing does,
 * once {@link settleQueue} is through.
 */
export function setMirrors(db: Database, id: FolderId, isOn: boolean): void {
  db.durably(() =>
    db.run("UPDATE folder SET mirrors = ?1, queued_to = 0 WHERE id = ?2 AND mirrors <> ?1", [
      Number(isOn),
      id,
    ]),
  );
}

/** Photos of one part: a few hundredths of a second, whatever folder they are in. */
const PART = 5000;

/** Takes photos of a folder that was turned on or off into the queue, or out of it, some at a time; false once that is done for all. */
export function settleQueue(db: Database): boolean {
  const sql = "SELECT id, mirrors, queued_to AS after FROM folder WHERE queued_to IS NOT NULL";
  const folder = db.get<{ id: FolderId; mirrors: 0 | 1; after: number }>(`${sql} LIMIT 1`);
  if (!folder) return false;
  const to = folder.after + PART;
  db.transaction(() => {
    if (folder.mirrors === 1) queueSome(db, { ...folder, to });
    else dropSome(db, { ...folder, to });
    const { last } = db.get<{ last: number | null }>("SELECT max(id) AS last FROM photo")!;
    const next = last === null || to >= last ? null : to;
    db.run("UPDATE folder SET queued_to = ? WHERE id = ?", [next, folder.id]);
  });
  return true;
}

/** Photos of a folder by their ids. */
interface Part {
  readonly id: FolderId;
  readonly after: number;
  readonly to: number;
}

// The plus keeps SQLite from going through the whole folder.
const OF_PART = "photo.id > ?1 AND photo.id <= ?2 AND +folder_id = ?3";

function queueSome(db: Database, { id, after, to }: Part): void {
  db.run(
    `INSERT OR IGNORE INTO mirror_queue (photo_id, not_before_ms)
     SELECT id, ?4 FROM photo WHERE ${OF_PART} AND ${HAS_SAY_IN_SIDECAR}`,
    [after, to, id, Date.now()],
  );
}

function dropSome(db: Database, { id, after, to }: Part): void {
  const ofPart = `photo_id IN (SELECT id FROM photo WHERE ${OF_PART})`;
  db.run(`DELETE FROM mirror_queue WHERE ${ofPart}`, [after, to, id]);
  db.run(`DELETE FROM mirror_trouble WHERE state <> 'conflict' AND ${ofPart}`, [after, to, id]);
}

/** Another program wrote the photo's sidecar: it is merged at once where the library has a say in it. */
export function queueMerge(db: Database, id: PhotoId): void {
  db.run(
    `INSERT INTO mirror_wanted SELECT id, 0 FROM photo WHERE id = ? AND ${HAS_SAY_IN_SIDECAR}`,
    [id],
  );
}

/** The user asks for these photos now, whatever their folders' setting. */
export function queueNow(db: Database, ids: readonly PhotoId[]): void {
  db.durably(() =>
    db.run(
      `INSERT INTO mirror_queue (photo_id, not_before_ms)
       SELECT id, 0 FROM photo WHERE id IN (SELECT value FROM json_each(?))
       ON CONFLICT (photo_id) DO UPDATE SET not_before_ms = 0, attempts = 0, revision = revision + 1`,
      [JSON.stringify(ids)],
    ),
  );
}

/** The user asks for all of a folder whose XMP files could not be written. */
export function queueStuck(db: Database, id: FolderId): void {
  const stuck = db.all<{ id: PhotoId }>(
    `SELECT photo_id AS id FROM mirror_trouble JOIN photo ON photo.id = photo_id
     WHERE state <> 'conflict' AND folder_id = ?`,
    [id],
  );
  if (stuck.length > 0)
    queueNow(
      db,
      stuck.map((photo) => photo.id),
    );
}

/** Folders that cannot be reached: their photos wait. */
export interface Unreachable {
  readonly offline: readonly FolderId[];
}

const REACHABLE = `FROM mirror_queue JOIN photo ON photo.id = photo_id
  JOIN folder ON folder.id = folder_id AND removed_at_ms IS NULL
  WHERE missing_since_ms IS NULL AND folder_id NOT IN (SELECT value FROM json_each(?1))`;

/** Photos whose time has come, those that wait for longest first. */
export function listDue(
  db: Database,
  { offline, nowMs, limit }: Unreachable & { readonly nowMs: number; readonly limit: number },
): PhotoId[] {
  return db
    .all<{ id: PhotoId }>(
      `SELECT photo_id AS id ${REACHABLE} AND not_before_ms <= ?2 ORDER BY not_before_ms LIMIT ?3`,
      [JSON.stringify(offline), nowMs, limit],
    )
    .map(({ id }) => id);
}

/** When the next photo's time comes, in epoch milliseconds; now, while a folder is being turned on or off; undefined where none waits. */
export function nextDueMs(
  db: Database,
  { offline, nowMs }: Unreachable & { readonly nowMs: number },
): number | undefined {
  db.run("UPDATE mirror_queue SET not_before_ms = ?1 WHERE not_before_ms > ?1 + ?2", [
    nowMs,
    LONGEST_WAIT_MS,
  ]);
  if (db.get("SELECT 1 FROM folder WHERE queued_to IS NOT NULL")) return nowMs;
  return db.get<{ atMs: number }>(
    `SELECT not_before_ms AS atMs ${REACHABLE} ORDER BY not_before_ms LIMIT 1`,
    [JSON.stringify(offline)],
  )?.atMs;
}

/** Tells whether anything happened to a photo since; undefined while it does not wait. */
export function readRevision(db: Database, id: PhotoId): number | undefined {
  const sql = "SELECT revision FROM mirror_queue WHERE photo_id = ?";
  return db.get<{ revision: number }>(sql, [id])?.revision;
}

/** Whether its sidecar is still to be merged: what that says is not read before. One that failed already is not waited for. */
export function waitsForMirror(db: Database, id: PhotoId): boolean {
  const sql = "SELECT 1 FROM mirror_queue WHERE photo_id = ? AND attempts = 0";
  return db.get(sql, [id]) !== undefined;
}

export function leaveQueue(db: Database, id: PhotoId): void {
  db.run("DELETE FROM mirror_queue WHERE photo_id = ?", [id]);
}

/** Its file is not there just now, which a scan will notice, or the disk's return. */
export function postpone(db: Database, id: PhotoId, nowMs: number): void {
  const sql = "UPDATE mirror_queue SET not_before_ms = ? WHERE photo_id = ?";
  db.run(sql, [nowMs + AGAIN_MS[1], id]);
}

/** How long after each failure. */
const AGAIN_MS = [5000, 30_000, 120_000, 600_000, LONGEST_WAIT_MS] as const;

/** It failed for a reason that may pass. */
export function tryAgainLater(db: Database, id: PhotoId, nowMs: number): void {
  const row = db.get<{ attempts: number }>("SELECT attempts FROM mirror_queue WHERE photo_id = ?", [
    id,
  ]);
  if (!row) return;
  const waitMs = AGAIN_MS[row.attempts] ?? LONGEST_WAIT_MS;
  db.run("UPDATE mirror_queue SET attempts = ?, not_before_ms = ? WHERE photo_id = ?", [
    row.attempts + 1,
    nowMs + waitMs,
    id,
  ]);
}
