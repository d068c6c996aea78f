/**
 * @file How photos stand to their XMP files: written, waiting, or in trouble.
 */
import type { WireError } from "../../contract/errors.ts";
import type { FolderMirror, MirroredPhoto } from "../../contract/mirror.ts";
import type { MirrorConflict, PhotoMirror, PhotoMirrorState } from "../../contract/photo-mirror.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { CatalogReader } from "./catalog-reader.ts";
import type { Database } from "./database.ts";
import { leaveQueue, postpone, tryAgainLater } from "./mirror-queue.ts";
import { xmpFilesOf } from "./photo-files.ts";

/** Failures of the machine: they may pass by themselves. */
const PASSING: readonly string[] = ["disk-full", "file-unreadable", "unexpected"];
/** The photo's file is not there: nothing is wrong with its sidecar. */
const AWAY: readonly string[] = ["file-missing", "photo-unknown"];

type Trouble = "read-only" | "conflict" | "failed";

/**
 * Remembers how mirroring a photo went. `isEdited`: something happened to the photo meanwhile, so that it waits anew. Part of the
 * caller's transaction.
 */
export function saveStanding(
  db: Database,
  photo: Pick<MirroredPhoto, "id" | "outcome" | "conflicts" | "reason">,
  isEdited: boolean,
): void {
  const { id, outcome, conflicts, reason } = photo;
  if (reason && AWAY.includes(reason.code)) {
    if (!isEdited) postpone(db, id, Date.now());
    return;
  }
  db.run("DELETE FROM mirror_trouble WHERE photo_id = ?", [id]);
  if (outcome === "conflict") saveTrouble(db, { id, state: "conflict", detail: conflicts });
  else if (reason) {
    const state = outcome === "read-only" ? "read-only" : "failed";
    saveTrouble(db, { id, state, detail: reason });
  }
  if (isEdited) return;
  if (reason && PASSING.includes(reason.code)) tryAgainLater(db, id, Date.now());
  else leaveQueue(db, id);
}

function saveTrouble(
  db: Database,
  {
    id,
    state,
    detail,
  }: {
    readonly id: PhotoId;
    readonly state: Trouble;
    readonly detail: WireError | readonly MirrorConflict[];
  },
): void {
  db.run("INSERT INTO mirror_trouble (photo_id, state, detail) VALUES (?, ?, ?)", [
    id,
    state,
    JSON.stringify(detail),
  ]);
}

/** The conflict of each photo that has one in this field. */
export function listConflicts(
  db: Database,
  photos: readonly PhotoId[],
  field: string,
): { readonly id: PhotoId; readonly conflict: MirrorConflict }[] {
  return db
    .all<{ id: PhotoId; conflict: string }>(
      `SELECT photo_id AS id, json(fields.value) AS conflict FROM mirror_trouble, json_each(detail) AS fields
       WHERE state = 'conflict' AND photo_id IN (SELECT value FROM json_each(?))
         AND fields.value ->> 'field' = ?`,
      [JSON.stringify(photos), field],
    )
    .map(({ id, conflict }) => ({ id, conflict: JSON.parse(conflict) as MirrorConflict }));
}

export function readPhotoMirror(db: CatalogReader, id: PhotoId): PhotoMirror {
  const row = db.get<{
    mirrors: number;
    isMirrored: number;
    attempts: number | null;
    trouble: Trouble | null;
    detail: string | null;
  }>(
    `SELECT mirrors, EXISTS (SELECT 1 FROM mirror_state WHERE photo_id = photo.id) AS isMirrored, attempts,
       mirror_trouble.state AS trouble, detail
     FROM photo JOIN folder ON folder.id = folder_id
     LEFT JOIN mirror_queue ON mirror_queue.photo_id = photo.id
     LEFT JOIN mirror_trouble ON mirror_trouble.photo_id = photo.id WHERE photo.id = ?`,
    [id],
  );
  const state = toState(row);
  const detail = row?.detail == null ? undefined : (JSON.parse(row.detail) as unknown);
  const hasReason = state === "read-only" || state === "failed";
  return {
    state,
    reason: hasReason ? (detail as WireError) : null,
    conflicts: state === "conflict" ? (detail as MirrorConflict[]) : [],
    sidecar: xmpFilesOf(db, id)[0]?.path ?? null,
  };
}

function toState(
  row:
    | {
        readonly mirrors: number;
        readonly isMirrored: number;
        readonly attempts: number | null;
        readonly trouble: Trouble | null;
      }
    | undefined,
): PhotoMirrorState {
  if (!row) return "none";
  // Edited since it last failed.
  if (row.attempts === 0) return "waiting";
  if (row.trouble) return row.trouble;
  if (row.mirrors === 0) return "off";
  return row.isMirrored === 1 ? "in-sync" : "none";
}

/** Of every watched folder, by path. */
export function listFolderMirrors(db: Database): FolderMirror[] {
  const rows = db.all<Omit<FolderMirror, "isOn"> & { mirrors: number }>(
    `WITH standing AS (
       SELECT photo_id, 'waiting' AS state FROM mirror_queue WHERE attempts = 0
       UNION ALL SELECT photo_id, state FROM mirror_trouble
       WHERE photo_id NOT IN (SELECT photo_id FROM mirror_queue WHERE attempts = 0)
     ), counted AS (
       SELECT folder_id, state, count(*) AS count FROM standing JOIN photo ON photo.id = photo_id GROUP BY folder_id, state
     )
     SELECT folder.id, mirrors,
       coalesce(sum(count) FILTER (WHERE state = 'waiting'), 0) AS waiting,
       coalesce(sum(count) FILTER (WHERE state = 'conflict'), 0) AS conflicts,
       coalesce(sum(count) FILTER (WHERE state = 'read-only'), 0) AS readOnly,
       coalesce(sum(count) FILTER (WHERE state = 'failed'), 0) AS failed
     FROM folder LEFT JOIN counted ON folder_id = folder.id
     WHERE removed_at_ms IS NULL GROUP BY folder.id ORDER BY path`,
  );
  return rows.map(({ id, mirrors, ...counts }) => ({ id, isOn: mirrors === 1, ...counts }));
}

/** SQL: photos whose fields both sides changed, each in its own way. */
export const IN_CONFLICT = "SELECT photo_id FROM mirror_trouble WHERE state = 'conflict'";

/** SQL: photos whose sidecar is still to be written, or cannot be. */
export const UNWRITTEN = `SELECT photo_id FROM mirror_queue
  UNION SELECT photo_id FROM mirror_trouble WHERE state <> 'conflict'`;
