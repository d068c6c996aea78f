/** @file Which copies of pictures from outside an album is like, or could be like again. */
import { DatabaseSync } from "node:sqlite";
import type { Database } from "./database.ts";
import { catalogVersion } from "./migrate.ts";

/** Catalogs before it have no albums of similar photos. */
const FIRST_VERSION = 21;

const inJournal = (side: "before" | "after"): string =>
  `SELECT example.value ->> 'picture' FROM journal_change, json_each(${side}, '$.similar.examples') AS example
   WHERE kind = 'album' AND ${side} IS NOT NULL`;

const SQL = `SELECT picture FROM (SELECT picture FROM album_example
  UNION ${inJournal("before")} UNION ${inJournal("after")}) WHERE picture IS NOT NULL`;

/** Fingerprints of the pictures that albums have, or that the journal would give back to one. */
export function listKeptPictures(db: Database): string[] {
  return db.all<{ picture: string }>(SQL).map(({ picture }) => picture);
}

/** The same of a backup, which may be restored. Throws where it cannot be read. */
export function listKeptInBackup(file: string): string[] {
  const backup = new DatabaseSync(file, { readOnly: true });
  try {
    if (catalogVersion(backup) < FIRST_VERSION) return [];
    const rows = backup.prepare(SQL).all();
    return rows.map(({ picture }) => String(picture));
  } finally {
    backup.close();
  }
}
