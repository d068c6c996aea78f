import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { LibraryError } from "../../contract/errors.ts";
import { registerNameKey } from "./name-key.ts";

export interface Migration {
  /** From the file name: 0003-photo-labels.sql is version 3. Never renumbered, never edited. */
  readonly version: number;
  readonly sql: string;
}

/** The numbered SQL files, in order. */
export function readMigrations(folder = path.join(import.meta.dirname, "migrations")): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      sql: readFileSync(path.join(folder, name), "utf8"),
    }));
}

/** The version of a catalog; 0 is an empty file. */
export function catalogVersion(db: DatabaseSync): number {
  return (db.prepare("PRAGMA user_version").get() as { user_version: number }).user_version;
}

/**
 * Bring the catalog up to date. Each step and its version number commit together or not at all.
 * A catalog of a newer program is refused with `library-unreadable`: it may hold what we would lose.
 */
export function migrate(db: DatabaseSync, migrations: readonly Migration[]): void {
  const current = catalogVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new LibraryError(
      "library-unreadable",
      `expected a library of version ${newest} or older but got version ${current}; it was opened by a newer Semblance`,
    );
  }
  registerNameKey(db);
  for (const { version, sql } of migrations) {
    if (version <= current) continue;
    db.exec("BEGIN IMMEDIATE");
    try {
      db.exec(`${sql}; PRAGMA user_version = ${version};`);
      db.exec("COMMIT");
    } catch (error) {
      db.exec("ROLLBACK");
      throw error;
    }
  }
}
