import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { LibraryError } from "../../contract/errors.ts";
import { toCatalogError } from "./catalog-errors.ts";
import { findDamage } from "./check-catalog.ts";
import { Database } from "./database.ts";
import { listAllFolders } from "./folders.ts";
import { catalogVersion, migrate, readMigrations } from "./migrate.ts";
import type { LibraryPaths } from "./open-catalog.ts";
import { relocateFolder } from "./removed-folders.ts";
import { setSetting } from "./settings.ts";
import {
  draftOf,
  finishReplacement,
  promoteDraft,
  removeDraft,
  replaceCatalog,
} from "./replace-catalog.ts";

/** A folder, or one above several of them, that is elsewhere now. */
export interface FolderMove {
  readonly from: string;
  readonly to: string;
}

export interface Restored {
  readonly photos: number;
  readonly folders: readonly string[];
  /** Where the catalog that was there is kept; undefined when there was none. */
  readonly keptAs: string | undefined;
}

/**
 * Puts a backup in the place of the catalog, which is kept beside it. Whoever calls holds the owner's lock, and nobody
 * has the catalog open. Until everything was checked nothing is changed: `backup-invalid` for a file that is no backup
 * or is damaged, `folder-unknown` for a move of a folder that it does not have.
 */
export function restoreCatalog(
  paths: Pick<LibraryPaths, "catalog" | "incoming">,
  file: string,
  moves: readonly FolderMove[],
): Restored {
  mkdirSync(path.dirname(paths.catalog), { recursive: true });
  finishReplacement(paths);
  try {
    takeCopy(paths, file);
    const { photos, folders } = prepare(draftOf(paths), moves);
    promoteDraft(paths);
    return { photos, folders, keptAs: replaceCatalog(paths, "before-restore") };
  } catch (error) {
    removeDraft(paths);
    throw toCatalogError(error, file);
  }
}

/** With its log, where somebody gives a catalog that was in use. Everything else happens to the copy. */
function takeCopy(paths: Pick<LibraryPaths, "incoming">, file: string): void {
  if (!existsSync(file))
    throw new LibraryError("file-missing", `expected a backup at ${file} but there is no file`);
  const draft = draftOf(paths);
  copyFileSync(file, draft);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${draft}-wal`);
  const damage = findDamage(draft, "quick") ?? findMissingTables(draft);
  if (damage !== undefined)
    throw new LibraryError(
      "backup-invalid",
      `expected a backup of a library at ${file} but ${damage}`,
    );
}

function findMissingTables(file: string): string | undefined {
  const db = new DatabaseSync(file);
  try {
    const found = db
      .prepare(
        "SELECT count(*) AS count FROM sqlite_master WHERE name IN ('photo', 'folder', 'tag')",
      )
      .get();
    return found?.count === 3 && catalogVersion(db) > 0 ? undefined : "it holds something else";
  } finally {
    db.close();
  }
}

function prepare(file: string, moves: readonly FolderMove[]): Omit<Restored, "keptAs"> {
  const connection = new DatabaseSync(file);
  try {
    migrate(connection, readMigrations());
    const db = new Database(connection);
    for (const move of moves) moveFolders(db, move);
    setSetting(db, "check-vectors", "1");
    const { count } = db.get<{ count: number }>("SELECT count(*) AS count FROM photo")!;
    return { photos: count, folders: listAllFolders(db).map((folder) => folder.path) };
  } finally {
    connection.close();
  }
}

function moveFolders(db: Database, { from, to }: FolderMove): void {
  const inside = listAllFolders(db).flatMap((folder) => {
    const rest = restBelow(folder.path, from);
    return rest === undefined ? [] : [{ folder, path: path.join(to, ...rest) }];
  });
  if (inside.length === 0) {
    const known = listAllFolders(db).map((folder) => folder.path);
    throw new LibraryError(
      "folder-unknown",
      `expected ${from} to be a folder of the backup, or above one, but it has ${known.join(", ") || "none"}`,
    );
  }
  for (const { folder, path: moved } of inside) relocateFolder(db, folder, moved);
}

/** The parts of `folder` below `top`; the backup may come from a system with other separators. */
function restBelow(folder: string, top: string): string[] | undefined {
  const [parts, above] = [partsOf(folder), partsOf(top)];
  return above.every((part, at) => parts[at] === part) ? parts.slice(above.length) : undefined;
}

function partsOf(folder: string): string[] {
  const separator = /^[A-Za-z]:|^\\\\/.test(folder) ? /[\\/]+/ : /\/+/;
  return folder.replace(/[\\/]+$/, "").split(separator);
}
