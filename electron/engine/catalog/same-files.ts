/**
 * @file Which entries a file may belong to: by what is in it. Thousands of files may be alike, so nothing here reads all of them;
 * what is asked for one by one is read as far as the caller goes on.
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Database, SqlValue } from "./database.ts";
import { SAME_PHOTO } from "./former-files.ts";
import type { ClassIds } from "./labels.ts";
import { HAS_USER_DATA, PHOTO_COLUMNS, type PhotoRow } from "./photos.ts";

/** What files are told to be alike by: their bytes or their decoded pixels. */
export interface Content {
  readonly column: "fingerprint" | "pixel_hash";
  readonly value: string;
}

export function setPixelHash(db: Database, id: PhotoId, pixelHash: string | null): void {
  db.run("UPDATE photo SET pixel_hash = ? WHERE id = ?", [pixelHash, id]);
}

export function copyPixelHash(db: Database, from: PhotoId, to: PhotoId): void {
  db.run(
    "UPDATE photo SET pixel_hash = (SELECT pixel_hash FROM photo AS twin WHERE id = ?) WHERE id = ?",
    [from, to],
  );
}

/** Whether a hash of pixels is that of the photo's. */
export function hasPixelsOf(db: Database, id: PhotoId, pixelHash: string | null): boolean {
  const sql = "SELECT 1 FROM photo WHERE id = ? AND pixel_hash = ?";
  return db.get(sql, [id, pixelHash]) !== undefined;
}

/** Undefined where the photo was not decoded. */
export function pixelsOf(db: Database, id: PhotoId): Content | undefined {
  const sql = "SELECT pixel_hash AS value FROM photo WHERE id = ?";
  const value = db.get<{ value: string | null }>(sql, [id])?.value ?? undefined;
  return value === undefined ? undefined : { column: "pixel_hash", value };
}

/** Entries of watched folders. CROSS JOIN keeps SQLite from beginning with the folders. */
const IN_LIBRARY = "CROSS JOIN folder ON folder.id = folder_id AND removed_at_ms IS NULL";

/** Another entry with these bytes that was decoded and indexed; one whose file is there before one that is missing. */
export function findIndexedTwin(
  db: Database,
  fingerprint: string,
  photo: PhotoId,
): PhotoRow | undefined {
  const twin = (present: string) =>
    db.get<PhotoRow>(
      `SELECT ${PHOTO_COLUMNS} FROM photo INDEXED BY photo_by_fingerprint ${IN_LIBRARY}
       WHERE fingerprint = ? AND ${present} AND (indexed_by IS NULL) = 0 AND width_px IS NOT NULL AND photo.id <> ? LIMIT 1`,
      [fingerprint, photo],
    );
  return twin("missing_since_ms IS NULL") ?? twin("missing_since_ms IS NOT NULL");
}

/** An entry with these bytes of which a model said something. */
export function findLabelledTwin(
  db: Database,
  fingerprint: string,
  classIds: ClassIds,
): PhotoId | undefined {
  return db.get<{ id: PhotoId }>(
    `SELECT photo.id FROM photo INDEXED BY photo_by_fingerprint ${IN_LIBRARY} WHERE fingerprint = ?
       AND EXISTS (SELECT 1 FROM label WHERE photo_id = photo.id AND class_id BETWEEN ? AND ?) LIMIT 1`,
    [fingerprint, classIds[0] ?? 0, classIds.at(-1) ?? 0],
  )?.id;
}

/** An entry whose file is there and has this content; `not`: another one than this. */
export function findPresent(
  db: Database,
  { column, value }: Content,
  not: PhotoId | 0 = 0,
): PhotoRow | undefined {
  return db.get(
    `SELECT ${PHOTO_COLUMNS} FROM photo INDEXED BY photo_by_${column} ${IN_LIBRARY}
     WHERE ${column} = ? AND missing_since_ms IS NULL AND photo.id <> ? LIMIT 1`,
    [value, not],
  );
}

/** Whether a missing entry had these bytes. */
export function isAnyMissing(db: Database, fingerprint: string): boolean {
  for (const _ of listMissing(db, { column: "fingerprint", value: fingerprint })) return true;
  return false;
}

/** Which of the missing ones: by what they are called, by their inode, by whether the user entered something. */
export interface MissingFilter {
  readonly name?: string;
  readonly fileKey?: string;
  readonly hasUserData?: true;
}

/** Missing entries whose file had this content, by name. */
export function listMissing(
  db: Database,
  { column, value }: Content,
  { name, fileKey, hasUserData }: MissingFilter = {},
): Iterable<PhotoRow> {
  const byName = { index: `photo_missing_by_${column}`, order: "ORDER BY name, photo.id" };
  // Links share an inode, and they are few.
  const { index, order } =
    fileKey === undefined ? byName : { index: "photo_by_file_key", order: "" };
  const tests: readonly (readonly [string, ...SqlValue[]])[] = [
    [`${column} = ? AND missing_since_ms IS NOT NULL`, value],
    ...(name === undefined ? [] : [["name = ?", name] as const]),
    ...(fileKey === undefined ? [] : [["file_key = ?", fileKey] as const]),
    ...(hasUserData ? [[HAS_USER_DATA] as const] : []),
  ];
  return db.iterate(
    `SELECT ${PHOTO_COLUMNS} FROM photo INDEXED BY ${index} ${IN_LIBRARY}
     WHERE ${tests.map(([test]) => test).join(" AND ")} ${order}`,
    tests.flatMap(([, ...values]) => values),
  );
}

/** Entries with this content that came after `sinceMs`, whose file is there, and for which the user entered nothing; two at most. */
export function listUntouchedSince(
  db: Database,
  { column, value }: Content,
  { sinceMs, not }: { readonly sinceMs: number; readonly not: PhotoId },
): PhotoRow[] {
  // As the index has it, so that it is sought by the time as well.
  const each = column === "fingerprint" ? "AND (indexed_by IS NULL) IN (0, 1)" : "";
  return db.all(
    `SELECT ${PHOTO_COLUMNS} FROM photo INDEXED BY photo_by_${column} ${IN_LIBRARY}
     WHERE ${column} = ? AND missing_since_ms IS NULL ${each} AND photo.added_at_ms > ? AND photo.id <> ?
       AND NOT ${HAS_USER_DATA} LIMIT 2`,
    [value, sinceMs, not],
  );
}

/**
 * Entries that came until `untilMs`, whose file took the place of another, not alike, and has these bytes: replaced since a moment, or
 * waiting for the user's decision; two at most. There are few such entries in all, so these are walked.
 */
export function listReplacing(
  db: Database,
  fingerprint: string,
  {
    untilMs,
    replacedSinceMs,
    not,
  }: { readonly untilMs: number; readonly replacedSinceMs: number; readonly not: PhotoId },
): PhotoRow[] {
  return db.all(
    `SELECT ${PHOTO_COLUMNS} FROM former_file CROSS JOIN photo ON photo.id = former_file.photo_id ${IN_LIBRARY}
     WHERE (similarity IS NOT NULL OR replaced_at_ms >= ?1) AND former_file.fingerprint <> ?2 AND photo.fingerprint = ?2
       AND photo.missing_since_ms IS NULL AND photo.added_at_ms <= ?3 AND photo.id <> ?4 LIMIT 2`,
    [replacedSinceMs, fingerprint, untilMs, not],
  );
}

/** Entries whose file seems to have been replaced by another, and had these bytes before. */
export function listFormerHolders(
  db: Database,
  fingerprint: string,
  { name, fileKey, hasUserData }: MissingFilter = {},
): Iterable<PhotoRow> {
  return db.iterate(
    `SELECT ${PHOTO_COLUMNS} FROM former_file INDEXED BY former_file_by_fingerprint
     CROSS JOIN photo ON photo.id = former_file.photo_id CROSS JOIN folder ON folder.id = folder_id
     WHERE former_file.fingerprint = ?1 AND similarity < ${SAME_PHOTO} AND (?2 IS NULL OR name = ?2)
       AND (?3 IS NULL OR file_key = ?3) AND (?4 IS NULL OR ${HAS_USER_DATA})`,
    [fingerprint, name ?? null, fileKey ?? null, hasUserData ? 1 : null],
  );
}

/** The user said that this photo's file is not the missing entry's. */
export function areKeptApart(db: Database, missing: PhotoId, photo: PhotoId): boolean {
  const sql = "SELECT 1 FROM kept_apart WHERE missing_id = ? AND photo_id = ?";
  return db.get(sql, [missing, photo]) !== undefined;
}

export function keepApart(db: Database, missing: PhotoId, photo: PhotoId): void {
  db.run("INSERT OR IGNORE INTO kept_apart (missing_id, photo_id) VALUES (?, ?)", [missing, photo]);
}

/** Of thousands of copies not each is remembered with each: while there are several, none is taken for another one's. */
const MOST_APART = 50;

/** No file of the same bytes that is there now is taken for this photo's, when that is gone. */
export function keepApartFromCopies(db: Database, id: PhotoId): void {
  db.run(
    `INSERT OR IGNORE INTO kept_apart (missing_id, photo_id)
     SELECT own.id, photo.id FROM photo AS own CROSS JOIN photo ON photo.fingerprint = own.fingerprint
     WHERE own.id = ? AND photo.id <> own.id AND photo.missing_since_ms IS NULL LIMIT ?`,
    [id, MOST_APART],
  );
}

/** All that the user entered for a photo, as one text: photos for which it is the same may be taken for each other. */
export function describeUserData(db: Database, id: PhotoId): string {
  return db.get<{ data: string }>(
    `SELECT json_array(
       (SELECT json_group_array(tag_id ORDER BY tag_id) FROM photo_tag
        WHERE photo_id = ?1 AND origin = 'user'),
       (SELECT json_group_array(json_array(field, value) ORDER BY field) FROM user_value WHERE photo_id = ?1),
       (SELECT json_group_array(json_array(label, verdict) ORDER BY label) FROM label_verdict WHERE photo_id = ?1),
       (SELECT json_group_array(album_id ORDER BY album_id) FROM album_photo WHERE photo_id = ?1),
       (SELECT json_group_array(decision_id ORDER BY decision_id) FROM duplicate_decision WHERE photo_id = ?1),
       (SELECT json_group_array(json_array(album_id, place) ORDER BY album_id, place) FROM album_example
        WHERE photo_id = ?1)
     ) AS data`,
    [id],
  )!.data;
}
