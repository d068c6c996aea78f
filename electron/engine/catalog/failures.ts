import type { FailureCount } from "../../contract/care.ts";
import type { ErrorCode } from "../../contract/errors.ts";
import type { FolderId } from "../../contract/folder.ts";
import type { Failure, PhotoId } from "../../contract/photo.ts";
import type { Told } from "../../contract/told.ts";
import { inEnglish } from "../../texts/in-english.ts";
import type { Database } from "./database.ts";
import { absolutePath } from "./photos.ts";

/** As the table has it. */
export interface FailureRow {
  readonly code: ErrorCode;
  readonly message: string;
  /** JSON of {@link Failure.why}. */
  readonly why: string | null;
}

export interface NewFailure {
  readonly code: ErrorCode;
  /** As the log has it. */
  readonly message: string;
  readonly why?: Told | undefined;
  readonly decoders?: string;
}

export function recordFailure(db: Database, id: PhotoId, failure: NewFailure): void {
  const { code, message, why: told, decoders = null } = failure;
  const why = told ? JSON.stringify({ sentence: inEnglish(told), told }) : null;
  db.run(
    "INSERT OR REPLACE INTO failure (photo_id, code, message, why, at_ms, decoders) VALUES (?, ?, ?, ?, ?, ?)",
    [id, code, message, why, Date.now(), decoders],
  );
}

/** `path`: of the photo's file. */
export function toFailure(path: string, { code, message, why }: FailureRow): Failure {
  return { path, code, message, ...(why !== null && { why: JSON.parse(why) as Failure["why"] }) };
}

/** What another version of the decoders could not read, these may: try again. */
export function clearOutdated(db: Database, decoders: string): void {
  db.run(
    `DELETE FROM failure WHERE decoders IS NOT ? AND code IN
       ('decoder-crashed', 'decode-timeout', 'image-corrupt', 'format-unsupported', 'image-too-large')`,
    [decoders],
  );
}

export function failureOf(
  db: Database,
  id: PhotoId,
): Pick<FailureRow, "code" | "message"> | undefined {
  return db.get("SELECT code, message FROM failure WHERE photo_id = ?", [id]);
}

/** Returns how many photos are tried again. */
export function clearCode(db: Database, code: ErrorCode): number {
  return db.run("DELETE FROM failure WHERE code = ?", [code]);
}

export function clearFailure(db: Database, id: PhotoId, code: ErrorCode): void {
  db.run("DELETE FROM failure WHERE photo_id = ? AND code = ?", [id, code]);
}

/** Failures of photos that are there, by path; of some folders, or of all. */
export function listFailures(db: Database, folders?: readonly FolderId[]): Failure[] {
  const rows = db.all<FailureRow & Parameters<typeof absolutePath>[0]>(
    `SELECT folder.path AS folderPath, directory, name, code, message, failure.why
     FROM failure JOIN photo ON photo.id = photo_id JOIN folder ON folder.id = folder_id
     WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL
       AND (?1 IS NULL OR folder_id IN (SELECT value FROM json_each(?1)))
     ORDER BY folder.path, directory, name`,
    [folders ? JSON.stringify(folders) : null],
  );
  return rows.map((row) => toFailure(absolutePath(row), row));
}

/** Of photos that are there, by what was wrong; most photos first. */
export function countFailures(db: Database): FailureCount[] {
  return db.all(
    `SELECT code, count(*) AS count FROM failure CROSS JOIN photo ON photo.id = photo_id
     JOIN folder ON folder.id = folder_id
     WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL
     GROUP BY code ORDER BY count DESC, code`,
  );
}

export interface FailureChoice {
  /** Without them all. */
  readonly photos?: readonly PhotoId[] | undefined;
  readonly code?: ErrorCode | undefined;
}

/**
 * Lets photos that could not be shown wait again, and forgets that workers died over their files: the user asks to try once
 * more. Answers with those that are there.
 */
export function clearChosen(db: Database, { photos, code }: FailureChoice): PhotoId[] {
  return db.transaction(() => {
    const rows = db.all<{ id: PhotoId; folderPath: string; directory: string; name: string }>(
      `SELECT photo.id, folder.path AS folderPath, directory, name FROM failure
       CROSS JOIN photo ON photo.id = photo_id JOIN folder ON folder.id = folder_id
       WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL AND (?1 IS NULL OR code = ?1)
         AND (?2 IS NULL OR photo.id IN (SELECT value FROM json_each(?2)))`,
      [code ?? null, photos ? JSON.stringify(photos) : null],
    );
    const ids = rows.map(({ id }) => id);
    const of = "IN (SELECT value FROM json_each(?))";
    db.run(`DELETE FROM failure WHERE photo_id ${of}`, [JSON.stringify(ids)]);
    // Until it is decoded there is no thumbnail to ask for; the fingerprint is read again on the way.
    db.run(`UPDATE photo SET fingerprint = NULL WHERE width_px IS NULL AND id ${of}`, [
      JSON.stringify(ids),
    ]);
    db.run(`DELETE FROM worker_death WHERE path ${of}`, [JSON.stringify(rows.map(absolutePath))]);
    return ids;
  });
}

/** A file that was not there, or might not be read, may be readable now, and nothing about the file itself would tell: try again. */
export function clearUnreadable(db: Database, folders: readonly FolderId[]): void {
  db.run(
    `DELETE FROM failure WHERE code IN ('file-missing', 'file-unreadable')
       AND photo_id IN (SELECT id FROM photo WHERE folder_id IN (SELECT value FROM json_each(?)))`,
    [JSON.stringify(folders)],
  );
}
