/**
 * @file The files of a photo: the one that is shown, which is in `photo`, and its companions, in `photo_file`.
 * Who belongs to whom is decided in indexing/group-files.ts.
 */
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoFile, PhotoId } from "../../contract/photo.ts";
import { fileKind } from "../support/file-kind.ts";
import type { CatalogReader } from "./catalog-reader.ts";
import type { Database } from "./database.ts";
import { queueMerge } from "./mirror-queue.ts";
import { absolutePath, markChanged, movePhoto, type FileStamp, type PhotoPlace } from "./photos.ts";

/** What a file is beside the one that is shown. */
export type CompanionRole = "raw" | "motion" | "sidecar";

/** A companion, in the directory of its photo. */
export interface Companion extends FileStamp {
  readonly name: string;
  readonly role: CompanionRole;
}

/** A photo's file, with what the disk said of it when it was last looked at. */
export type PhotoFileRow = PhotoFile & FileStamp;

const COLUMNS = `photo_file.name, role, photo_file.size_bytes AS sizeBytes,
  photo_file.modified_at_us AS modifiedAtUs, photo_file.file_key AS fileKey`;

/**
 * Every file of a photo, the one that is shown first, then RAW, motion and sidecars by name; all are in one directory
 * and travel together. Those of a missing photo are remembered. Empty for an id that the catalog does not have.
 */
export function filesOf(db: CatalogReader, id: PhotoId): PhotoFileRow[] {
  const main = db.get<FileStamp & { name: string; folderPath: string; directory: string }>(
    `SELECT name, size_bytes AS sizeBytes, modified_at_us AS modifiedAtUs, file_key AS fileKey,
       folder.path AS folderPath, directory FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id = ?`,
    [id],
  );
  if (!main) return [];
  const { folderPath, directory, ...file } = main;
  return [{ ...file, role: mainRole(file.name) }, ...listCompanions(db, id)].map((one) => ({
    ...one,
    path: absolutePath({ folderPath, directory, name: one.name }),
  }));
}

/**
 * The XMP files of a photo, the one for just the file that is shown (`a.jpg.xmp`) before the one for all of its name (`a.xmp`).
 */
export function xmpFilesOf(db: CatalogReader, id: PhotoId): PhotoFileRow[] {
  const [shown, ...others] = filesOf(db, id);
  const own = `${shown?.name ?? ""}.xmp`.toLowerCase();
  return others
    .filter((file) => file.role === "sidecar" && /\.xmp$/i.test(file.name))
    .sort((a, b) => Number(b.name.toLowerCase() === own) - Number(a.name.toLowerCase() === own));
}

export function listCompanions(db: CatalogReader, id: PhotoId): Companion[] {
  return db.all(`SELECT ${COLUMNS} FROM photo_file WHERE photo_id = ? ${ORDER}`, [id]);
}

/** Companions of all entries directly inside a directory, missing ones included, by entry. */
export function listCompanionsIn(
  db: Database,
  folderId: FolderId,
  directory: string,
): Map<PhotoId, Companion[]> {
  const rows = db.all<Companion & { photoId: PhotoId }>(
    `SELECT photo_id AS photoId, ${COLUMNS} FROM photo JOIN photo_file ON photo_id = photo.id
     WHERE folder_id = ? AND directory = ? ${ORDER}`,
    [folderId, directory],
  );
  const companions = new Map<PhotoId, Companion[]>();
  for (const { photoId, ...companion } of rows) {
    const own = companions.get(photoId);
    if (own) own.push(companion);
    else companions.set(photoId, [companion]);
  }
  return companions;
}

/** Every file of a directory that the catalog knows, companions included, as the disk last had it. */
export function listKnownFiles(
  db: Database,
  folderId: FolderId,
  directory: string,
): (FileStamp & { readonly name: string; readonly missingSinceMs: number | null })[] {
  return db.all(
    `SELECT name, size_bytes AS sizeBytes, modified_at_us AS modifiedAtUs, file_key AS fileKey,
       missing_since_ms AS missingSinceMs FROM photo WHERE folder_id = ?1 AND directory = ?2
     UNION ALL
     SELECT photo_file.name, photo_file.size_bytes, photo_file.modified_at_us, photo_file.file_key, missing_since_ms
     FROM photo JOIN photo_file ON photo_id = photo.id WHERE folder_id = ?1 AND directory = ?2`,
    [folderId, directory],
  );
}

/** What the disk says of a sidecar that was just written: the next scan finds nothing new. */
export function saveSidecar(
  db: Database,
  id: PhotoId,
  { name, sizeBytes, modifiedAtUs, fileKey }: FileStamp & { readonly name: string },
): void {
  db.run(
    `INSERT OR REPLACE INTO photo_file (photo_id, name, role, size_bytes, modified_at_us, file_key)
     VALUES (?, ?, 'sidecar', ?, ?, ?)`,
    [id, name, sizeBytes, modifiedAtUs, fileKey],
  );
}

/** Replaces a photo's companions, as a scan found them. Sidecars that another program wrote are merged where the folder mirrors. */
export function saveCompanions(db: Database, id: PhotoId, companions: readonly Companion[]): void {
  db.run("DELETE FROM photo_file WHERE photo_id = ?", [id]);
  for (const { name, role, sizeBytes, modifiedAtUs, fileKey } of companions) {
    db.run(
      `INSERT INTO photo_file (photo_id, name, role, size_bytes, modified_at_us, file_key)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [id, name, role, sizeBytes, modifiedAtUs, fileKey],
    );
  }
  if (companions.some(({ role }) => role === "sidecar")) queueMerge(db, id);
}

/** The entry shows another of its files from now on. Nothing that was read from the other holds; what the user entered stays. */
export function promotePhoto(db: Database, id: PhotoId, place: PhotoPlace, stamp: FileStamp): void {
  movePhoto(db, id, place, stamp);
  markChanged(db, id, stamp);
  db.run(
    "UPDATE photo SET width_px = NULL, height_px = NULL, format = NULL, pixel_hash = NULL WHERE id = ?",
    [id],
  );
}

/** The companions of one entry become another's: its file, and they with it, turned out to be that one's. */
export function takeCompanions(db: Database, from: PhotoId, to: PhotoId): void {
  db.run("DELETE FROM photo_file WHERE photo_id = ?", [to]);
  db.run("UPDATE photo_file SET photo_id = ? WHERE photo_id = ?", [to, from]);
}

/** The photo whose companion is at this place, where there is one. */
export function findByCompanion(db: Database, place: PhotoPlace): PhotoId | undefined {
  return db.get<{ id: PhotoId }>(
    `SELECT photo.id FROM photo JOIN photo_file ON photo_id = photo.id
     WHERE folder_id = ? AND directory = ? AND photo_file.name = ?
     ORDER BY missing_since_ms IS NOT NULL, missing_since_ms DESC LIMIT 1`,
    [place.folderId, place.directory, place.name],
  )?.id;
}

/** Entries that are there and have this very file as a companion. */
export function findByCompanionKey(db: Database, file: FileStamp): PhotoId[] {
  return db
    .all<{ id: PhotoId }>(
      `SELECT photo_id AS id FROM photo_file JOIN photo ON photo.id = photo_id
       WHERE photo_file.file_key = ? AND photo_file.size_bytes = ? AND photo_file.modified_at_us = ?
         AND missing_since_ms IS NULL`,
      [file.fileKey, file.sizeBytes, file.modifiedAtUs],
    )
    .map(({ id }) => id);
}

const ORDER = "ORDER BY role = 'sidecar', role = 'motion', photo_file.name";

function mainRole(name: string): "image" | "raw" | "video" {
  const kind = fileKind(name);
  return kind === "raw" || kind === "video" ? kind : "image";
}
