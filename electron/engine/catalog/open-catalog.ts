import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { LibraryError } from "../../contract/errors.ts";
import { log } from "../support/log.ts";
import { backUp, listBackups } from "./backups.ts";
import { isDamage, toCatalogError } from "./catalog-errors.ts";
import { findDamage, findGlaringDamage, isLargeCatalog } from "./check-catalog.ts";
import { Database } from "./database.ts";
import { catalogVersion, migrate, readMigrations } from "./migrate.ts";
import { recoverCatalog, type Recovery } from "./recover-catalog.ts";
import { finishReplacement } from "./replace-catalog.ts";
import { buildTagTree, isTagTreeMissing } from "./tag-tree.ts";

/** Where a library keeps each thing; the only place that knows. */
export function libraryPaths(folder: string) {
  return {
    catalog: path.join(folder, "catalog.sqlite"),
    /** Takes the catalog's place; see [Note: Replacing the catalog]. */
    incoming: path.join(folder, "catalog.incoming.sqlite"),
    /** There while damage was found that the next start must look for, however long it takes. */
    suspicion: path.join(folder, "catalog.damaged"),
    backups: path.join(folder, "backups"),
    vectors: path.join(folder, "vectors"),
    thumbnails: path.join(folder, "thumbnails"),
    previews: path.join(folder, "previews"),
    /** Copies of pictures from outside that albums of similar photos are like. */
    examples: path.join(folder, "examples"),
    viewPlaces: path.join(folder, "views.json"),
    ownerLock: path.join(folder, "owner.db"),
    owner: path.join(folder, "owner.json"),
  } as const;
}

export type LibraryPaths = ReturnType<typeof libraryPaths>;

/** Opens or creates the catalog, backed up before any step of its schema. */
export async function openCatalog(
  paths: Pick<LibraryPaths, "catalog" | "backups">,
): Promise<Database> {
  const isNew = !existsSync(paths.catalog);
  mkdirSync(path.dirname(paths.catalog), { recursive: true });
  const migrations = readMigrations();
  const newest = migrations.at(-1)?.version ?? 0;
  const connection = openConnection(paths.catalog);
  try {
    const version = catalogVersion(connection);
    if (!isNew && version > 0 && version < newest) await backUp(connection, paths.backups);
    migrate(connection, migrations);
    const db = new Database(connection);
    if (isTagTreeMissing(db)) buildTagTree(db);
    return db;
  } catch (error) {
    connection.close();
    throw toCatalogError(error, paths.catalog);
  }
}

/** A catalog, and what became of the one that was there, if that could not be used. */
export interface SoundCatalog {
  readonly db: Database;
  readonly recovery: Recovery | undefined;
}

/**
 * As {@link openCatalog}, but looks for damage first, and restores what is damaged or gone. One of a newer version, and
 * a disk that cannot be read, are refused as there: they are no damage.
 */
export async function openSoundCatalog(paths: LibraryPaths): Promise<SoundCatalog> {
  mkdirSync(path.dirname(paths.catalog), { recursive: true });
  finishReplacement(paths);
  const damage = findDamageAtStart(paths);
  if (damage !== undefined) return recovered(paths, damage);
  try {
    return { db: await openCatalog(paths), recovery: undefined };
  } catch (error) {
    // A page that no check at the start has looked at.
    if (!(error instanceof LibraryError) || !isDamage(error.cause)) throw error;
    return recovered(paths, error.cause.message);
  }
}

async function recovered(paths: LibraryPaths, damage: string): Promise<SoundCatalog> {
  log.warn(`expected a whole catalog at ${paths.catalog} but ${damage}`);
  const recovery = recoverCatalog(paths);
  rmSync(paths.suspicion, { force: true });
  return { db: await openCatalog(paths), recovery };
}

function findDamageAtStart(paths: LibraryPaths): string | undefined {
  const hasBackup = listBackups(paths.backups).length > 0;
  if (!existsSync(paths.catalog)) return hasBackup ? "there is none" : undefined;
  // Without a backup it is a library that was never used: SQLite makes the file first and writes it afterwards.
  if (statSync(paths.catalog).size === 0 && !hasBackup) return undefined;
  const isSuspected = existsSync(paths.suspicion);
  try {
    const isLeftForLater = isLargeCatalog(paths.catalog) && !isSuspected;
    const damage = isLeftForLater
      ? findGlaringDamage(paths.catalog)
      : findDamage(paths.catalog, "quick");
    if (damage === undefined) rmSync(paths.suspicion, { force: true });
    return damage;
  } catch (error) {
    throw toCatalogError(error, paths.catalog);
  }
}

function openConnection(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 5000 });
  } catch (error) {
    throw toCatalogError(error, file);
  }
}
