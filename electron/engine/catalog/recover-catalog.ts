import { copyFileSync, existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { log } from "../support/log.ts";
import { listBackups, type Backup } from "./backups.ts";
import { findDamage } from "./check-catalog.ts";
import { Database } from "./database.ts";
import { migrate, readMigrations } from "./migrate.ts";
import type { LibraryPaths } from "./open-catalog.ts";
import { draftOf, promoteDraft, removeDraft, replaceCatalog } from "./replace-catalog.ts";
import { setSetting } from "./settings.ts";
import { addNewer, salvage } from "./salvage.ts";

export type RecoveryPaths = Pick<LibraryPaths, "catalog" | "incoming" | "backups">;

/** What became of a catalog that could not be used. */
export interface Recovery {
  /** When the backup was made that it was restored from; undefined when there was no good one. */
  readonly backupAtMs: number | undefined;
  /** Where the damaged one is kept; undefined when it was gone. */
  readonly keptAs: string | undefined;
  /** Entries that the new catalog has. */
  readonly photos: number;
  /** False when something could not be read of what came after the backup, or at all. */
  readonly isWhole: boolean;
}

/**
 * Puts a whole catalog in the place of a damaged one: the newest backup that is good, with what the user has added
 * since then as far as it can be read; without one, whatever can be read row by row. The damaged one is kept.
 */
export function recoverCatalog(paths: RecoveryPaths, nowMs = Date.now()): Recovery {
  const backup = takeNewestGood(paths);
  const { photos, isWhole } = completeDraft(paths, backup);
  promoteDraft(paths);
  const keptAs = replaceCatalog(paths, "damaged", nowMs);
  return { backupAtMs: backup?.atMs, keptAs, photos, isWhole };
}

/** Copies it to where the next catalog is made. Newest first: one that is damaged as well is passed over. */
function takeNewestGood(paths: RecoveryPaths): Backup | undefined {
  for (const backup of listBackups(paths.backups).reverse()) {
    removeDraft(paths);
    copyFileSync(backup.file, draftOf(paths));
    const damage = findDamage(draftOf(paths), "quick");
    if (damage === undefined) return backup;
    log.warn(`expected a good backup at ${backup.file} but ${damage}`);
  }
  return undefined;
}

function completeDraft(
  paths: RecoveryPaths,
  backup: Backup | undefined,
): Pick<Recovery, "photos" | "isWhole"> {
  if (!backup) removeDraft(paths);
  const db = new DatabaseSync(draftOf(paths));
  try {
    migrate(db, readMigrations());
    setSetting(new Database(db), "check-vectors", "1");
    const isThere = existsSync(paths.catalog) && statSync(paths.catalog).size > 0;
    if (!isThere) return { photos: countPhotos(db), isWhole: false };
    return backup ? addNewer(paths.catalog, db, backup.atMs) : salvage(paths.catalog, db);
  } finally {
    db.close();
  }
}

function countPhotos(db: DatabaseSync): number {
  return Number(db.prepare("SELECT count(*) AS count FROM photo").get()?.count);
}
