import path from "node:path";
import { UNKNOWN_ASPECT, toAspectByte } from "../../contract/aspect.ts";
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId, PhotoKind } from "../../contract/photo.ts";
import type { Turn } from "../../contract/value-names.ts";
import { fileKind } from "../support/file-kind.ts";
import { nameKey } from "./name-key.ts";
import { localWallMs } from "./wall-time.ts";
import type { Database } from "./database.ts";

/** What the disk says of a file; equal values mean an unchanged file. */
export interface FileStamp {
  readonly sizeBytes: number;
  /** Microseconds: fine enough to tell two saves apart, and exact in a double until the year 2255. */
  readonly modifiedAtUs: number;
  /** device:inode, as text because both may exceed a double. */
  readonly fileKey: string;
}

/** Where a photo is: its folder, the directory inside it ('/' between parts, '' for the top), its name. */
export interface PhotoPlace {
  readonly folderId: FolderId;
  readonly directory: string;
  readonly name: string;
}

export interface PhotoRow extends FileStamp, PhotoPlace {
  readonly id: PhotoId;
  readonly folderPath: string;
  readonly missingSinceMs: number | null;
  readonly addedAtMs: number;
  readonly fingerprint: string | null;
  readonly widthPx: number | null;
  readonly indexedBy: string | null;
  readonly kind: PhotoKind;
  readonly turn: Turn;
}

/** What one decode found out; the catalog keeps the size as the photo is turned. What the file says of itself is in photo-facts.ts. */
export interface ShownFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly format: string;
  readonly colour: string;
}

/** SQL: a {@link PhotoRow} of the tables photo and folder. */
export const PHOTO_COLUMNS = `photo.id, folder_id AS folderId, folder.path AS folderPath, directory, name,
  photo.size_bytes AS sizeBytes, photo.modified_at_us AS modifiedAtUs, file_key AS fileKey,
  photo.missing_since_ms AS missingSinceMs, photo.added_at_ms AS addedAtMs, photo.fingerprint, width_px AS widthPx,
  indexed_by AS indexedBy, kind, turn`;

const SELECT = `SELECT ${PHOTO_COLUMNS} FROM photo JOIN folder ON folder.id = folder_id`;

export function absolutePath(photo: {
  folderPath: string;
  directory: string;
  name: string;
}): string {
  return path.join(photo.folderPath, photo.directory, photo.name);
}

export function getPhoto(db: Database, id: PhotoId): PhotoRow | undefined {
  return db.get(`${SELECT} WHERE photo.id = ?`, [id]);
}

/** Where the photos of many entries are, in one question; unknown ids are left out. */
export function listPaths(db: Database, ids: readonly PhotoId[]): { id: PhotoId; path: string }[] {
  const rows = db.all<{ id: PhotoId; folderPath: string; directory: string; name: string }>(
    `SELECT photo.id, folder.path AS folderPath, directory, name
     FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return rows.map((row) => ({ id: row.id, path: absolutePath(row) }));
}

/** The entry of a place; a file that is there comes before one that is remembered. */
export function findPhoto(db: Database, place: PhotoPlace): PhotoRow | undefined {
  const at = `${SELECT} WHERE folder_id = ? AND directory = ? AND name = ?`;
  const values = [place.folderId, place.directory, place.name];
  // Only a place that is taken is in an index by name.
  return (
    db.get(`${at} AND missing_since_ms IS NULL`, values) ??
    db.get(`${at} AND missing_since_ms IS NOT NULL ORDER BY missing_since_ms DESC LIMIT 1`, values)
  );
}

/** Entries directly inside a directory, missing ones included. */
export function listDirectory(db: Database, folderId: FolderId, directory: string): PhotoRow[] {
  return db.all(`${SELECT} WHERE folder_id = ? AND directory = ?`, [folderId, directory]);
}

/** Directories of a folder that hold photos which are there, optionally only those at or below one. */
export function listDirectories(db: Database, folderId: FolderId, below = ""): string[] {
  const rows = db.all<{ directory: string }>(
    `SELECT DISTINCT directory FROM photo WHERE folder_id = ? AND missing_since_ms IS NULL`,
    [folderId],
  );
  const inside = below === "" ? "" : `${below}/`;
  return rows
    .map((row) => row.directory)
    .filter((name) => name === below || name.startsWith(inside));
}

export function findByFileKey(db: Database, fileKey: string): PhotoRow[] {
  return db.all(`${SELECT} WHERE file_key = ? AND removed_at_ms IS NULL`, [fileKey]);
}

/** All of them, which may be thousands; for some there is same-files.ts. */
export function listByFingerprint(db: Database, fingerprint: string): PhotoRow[] {
  return db.all(`${SELECT} WHERE fingerprint = ? AND removed_at_ms IS NULL`, [fingerprint]);
}

/** The journal remembers photos by their ids, so that of a deleted entry is not given to another. */
const UNUSED_ID = `(SELECT 1 + max(coalesce((SELECT max(id) FROM photo), 0), (SELECT id FROM last_deleted_photo)))`;

export function insertPhoto(db: Database, place: PhotoPlace, stamp: FileStamp): PhotoId {
  const id = db.insert(
    `INSERT INTO photo (id, folder_id, directory, name, name_key, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
       sort_at_ms, kind)
     VALUES (${UNUSED_ID}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      place.folderId,
      place.directory,
      place.name,
      nameKey(place.name),
      stamp.sizeBytes,
      stamp.modifiedAtUs,
      stamp.fileKey,
      Date.now(),
      UNKNOWN_ASPECT,
      localWallMs(stamp.modifiedAtUs / 1000),
      kindOf(place.name),
    ],
  );
  return id as PhotoId;
}

/** The file at the entry's path has other bytes: everything read from it is out of date, what the user entered stays. */
export function markChanged(db: Database, id: PhotoId, stamp: FileStamp): void {
  writeStamp(db, id, stamp);
  db.run(
    `UPDATE photo SET fingerprint = NULL, indexed_by = NULL, missing_since_ms = NULL,
       format = iif(kind = 'video', NULL, format) WHERE id = ?`,
    [id],
  );
  db.run("DELETE FROM failure WHERE photo_id = ?", [id]);
}

export function writeStamp(db: Database, id: PhotoId, stamp: FileStamp): void {
  db.run("UPDATE photo SET size_bytes = ?, modified_at_us = ?, file_key = ? WHERE id = ?", [
    stamp.sizeBytes,
    stamp.modifiedAtUs,
    stamp.fileKey,
    id,
  ]);
}

export function markMissing(db: Database, id: PhotoId): void {
  db.run("UPDATE photo SET missing_since_ms = ? WHERE id = ?", [Date.now(), id]);
}

/** Also forgets an earlier failure: it may have been that the file was going away. */
export function markReturned(db: Database, id: PhotoId): void {
  db.run("UPDATE photo SET missing_since_ms = NULL WHERE id = ?", [id]);
  db.run("DELETE FROM failure WHERE photo_id = ?", [id]);
}

/** Leaves the place free for another entry of the same batch; the entry must be given a place before the commit. */
export function vacatePlace(db: Database, id: PhotoId): void {
  // A NUL cannot be in a file name, so this can collide with no photo.
  db.run("UPDATE photo SET name = char(0) || id WHERE id = ?", [id]);
}

/**
 * The entry's file is now here. Its bytes are the same, so its labels and embedding hold; a date from its name, or the lack of
 * one, may not.
 */
export function movePhoto(db: Database, id: PhotoId, place: PhotoPlace, stamp: FileStamp): void {
  db.run(
    `UPDATE photo SET folder_id = ?, directory = ?, name = ?, name_key = ?, kind = ?, missing_since_ms = NULL,
       metadata_version = iif(coalesce(taken_from, 'name') = 'name' AND metadata_version IS NOT NULL, 0, metadata_version)
     WHERE id = ?`,
    [place.folderId, place.directory, place.name, nameKey(place.name), kindOf(place.name), id],
  );
  writeStamp(db, id, stamp);
}

function kindOf(name: string): PhotoKind {
  return fileKind(name) === "video" ? "video" : "photo";
}

/** The same directory under another name. Its entries' files are where they were. */
export function renameDirectory(
  db: Database,
  { folderId, from, to }: { folderId: FolderId; from: string; to: string },
): void {
  db.run("UPDATE photo SET directory = ? WHERE folder_id = ? AND directory = ?", [
    to,
    folderId,
    from,
  ]);
}

/** Removes an entry that never held anything of the user's. */
export function deletePhoto(db: Database, id: PhotoId): void {
  db.run("DELETE FROM photo_text WHERE rowid = ?", [id]);
  db.run("DELETE FROM photo WHERE id = ?", [id]);
}

/** SQL over a row of photo: the user entered something about it. */
export const HAS_USER_DATA = `(EXISTS (SELECT 1 FROM user_value WHERE photo_id = photo.id)
  OR EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = photo.id AND origin = 'user')
  OR EXISTS (SELECT 1 FROM label_verdict WHERE photo_id = photo.id)
  OR EXISTS (SELECT 1 FROM album_photo WHERE photo_id = photo.id)
  OR EXISTS (SELECT 1 FROM album_example WHERE photo_id = photo.id)
  OR EXISTS (SELECT 1 FROM duplicate_decision WHERE photo_id = photo.id))`;

export function hasUserData(db: Database, id: PhotoId): boolean {
  const row = db.get<{ has: number }>(`SELECT ${HAS_USER_DATA} AS has FROM photo WHERE id = ?`, [
    id,
  ]);
  return row?.has === 1;
}

export function setFingerprint(db: Database, id: PhotoId, fingerprint: string): void {
  db.run("UPDATE photo SET fingerprint = ? WHERE id = ?", [fingerprint, id]);
}

export function markShown(db: Database, id: PhotoId, facts: ShownFacts): void {
  const { widthPx, heightPx, format, colour } = facts;
  db.run(
    `UPDATE photo SET width_px = iif(turn % 180, ?2, ?1), height_px = iif(turn % 180, ?1, ?2),
       aspect = iif(turn % 180, 255 - ?3, ?3), format = ?4, colour = ?5 WHERE id = ?6`,
    [widthPx, heightPx, toAspectByte(widthPx, heightPx), format, colour, id],
  );
}

/** The same bytes hold the same picture: takes over everything that a decode of the twin found. */
export function copyShown(db: Database, from: PhotoId, to: PhotoId): void {
  db.run(
    `UPDATE photo SET (width_px, height_px, aspect, format, colour) =
     (SELECT iif((twin.turn + photo.turn) % 180, twin.height_px, twin.width_px),
        iif((twin.turn + photo.turn) % 180, twin.width_px, twin.height_px),
        iif((twin.turn + photo.turn) % 180, 255 - twin.aspect, twin.aspect), twin.format, twin.colour
      FROM photo AS twin WHERE twin.id = ?) WHERE id = ?`,
    [from, to],
  );
}

/** A photo that has, or should have, a thumbnail. */
export interface ShownFile {
  readonly id: PhotoId;
  readonly fingerprint: string;
}

/** One entry of each fingerprint that begins with these digits, of files that are there and were decoded. */
export function listShown(db: Database, prefix: string): ShownFile[] {
  return db.all(
    `SELECT min(id) AS id, fingerprint FROM photo
     WHERE fingerprint >= ?1 AND fingerprint < ?1 || 'g' AND width_px IS NOT NULL
       AND missing_since_ms IS NULL AND kind = 'photo'
     GROUP BY fingerprint`,
    [prefix],
  );
}

/** The commit point of indexing: promises that the model's labels and embedding exist. */
export function markIndexed(db: Database, id: PhotoId, modelKey: string): void {
  db.run("UPDATE photo SET indexed_by = ? WHERE id = ?", [modelKey, id]);
  db.run("DELETE FROM failure WHERE photo_id = ?", [id]);
}
