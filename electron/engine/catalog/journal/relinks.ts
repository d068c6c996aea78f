/**
 * @file The journal's kind for entries whose file was recognised at another place. See [Note: Identity].
 *
 * The value is the place with what the disk said of the file there. Undone, the entry is missing at its old place, with
 * its tags; its file is an entry of its own, without them; and `kept_apart` says that the one is not the other's.
 */
import type { PhotoChange } from "../../../contract/events.ts";
import type { FolderId } from "../../../contract/folder.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import type { Database } from "../database.ts";
import {
  absolutePath,
  deletePhoto,
  getPhoto,
  hasUserData,
  insertPhoto,
  movePhoto,
  type PhotoRow,
} from "../photos.ts";
import { takeCompanions } from "../photo-files.ts";
import { keepApart, setPixelHash } from "../same-files.ts";
import type { ChangeKind } from "./change-kinds.ts";

/** Where an entry's file was, or is. */
export interface LinkedFile {
  readonly folderId: FolderId;
  readonly directory: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAtUs: number;
  readonly fingerprint: string | null;
  /** Where it is known to be another than that of the entry's present file. */
  readonly pixelHash?: string | null | undefined;
}

export function toLinkedFile(photo: LinkedFile): LinkedFile {
  const { folderId, directory, name, sizeBytes, modifiedAtUs, fingerprint, pixelHash } = photo;
  return { folderId, directory, name, sizeBytes, modifiedAtUs, fingerprint, pixelHash };
}

export const relinks: ChangeKind = {
  // Changed by the program alone, which knows what it changes.
  read: "SELECT '' AS key, 0 AS photo_id, NULL AS value WHERE FALSE AND ?1 = ?2",
  put(db, { value, photos }) {
    const [id] = JSON.parse(photos) as [PhotoId];
    const entry = getPhoto(db, id);
    if (!entry || value === null) return [];
    const file = JSON.parse(value) as LinkedFile;
    if (!db.get("SELECT 1 FROM folder WHERE id = ?", [file.folderId])) {
      throw toldError("undo-impossible", tell("refused.undo.folder", { name: file.name }));
    }
    const other = findApart(db, entry, file);
    return other ? join(db, entry, other) : split(db, entry, file);
  },
};

/** The entry that an undo made for the file at this place. */
function findApart(db: Database, entry: PhotoRow, file: LinkedFile): PhotoRow | undefined {
  const row = db.get<{ id: PhotoId }>(
    `SELECT photo.id FROM kept_apart JOIN photo ON photo.id = photo_id
     WHERE missing_id = ? AND folder_id = ? AND directory = ? AND name = ? AND missing_since_ms IS NULL`,
    [entry.id, file.folderId, file.directory, file.name],
  );
  return row && getPhoto(db, row.id);
}

function split(db: Database, entry: PhotoRow, old: LinkedFile): PhotoChange[] {
  // The inode stays with the file, so the missing entry must not be found by it.
  const stamp = { ...old, fileKey: "" };
  movePhoto(db, entry.id, old, stamp);
  db.run("UPDATE photo SET missing_since_ms = ?, fingerprint = ? WHERE id = ?", [
    Date.now(),
    old.fingerprint,
    entry.id,
  ]);
  if (old.pixelHash !== undefined) setPixelHash(db, entry.id, old.pixelHash);
  // What was read from another picture says nothing of this one.
  if (entry.fingerprint !== old.fingerprint)
    db.run("UPDATE photo SET indexed_by = NULL WHERE id = ?", [entry.id]);
  const missing = { kind: "missing", id: entry.id, path: absolutePath(getPhoto(db, entry.id)!) };
  if (entry.missingSinceMs !== null) return [{ ...missing, kind: "missing" }];
  const id = insertPhoto(db, entry, entry);
  takeCompanions(db, entry.id, id);
  keepApart(db, entry.id, id);
  return [
    { ...missing, kind: "missing" },
    { kind: "seen", id, path: absolutePath(entry) },
  ];
}

function join(db: Database, entry: PhotoRow, other: PhotoRow): PhotoChange[] {
  if (hasUserData(db, other.id)) {
    const why = tell("refused.undo.tags", { path: absolutePath(other) });
    throw toldError("undo-impossible", why);
  }
  takeCompanions(db, other.id, entry.id);
  deletePhoto(db, other.id);
  movePhoto(db, entry.id, other, other);
  if (other.fingerprint !== entry.fingerprint) {
    db.run("UPDATE photo SET fingerprint = NULL, indexed_by = NULL WHERE id = ?", [entry.id]);
  }
  const path = absolutePath(other);
  return [
    { kind: "removed", id: other.id, path },
    { kind: "moved", id: entry.id, path, from: absolutePath(entry) },
  ];
}
