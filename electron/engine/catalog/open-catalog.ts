import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { LibraryError } from "../../contract/errors.ts";
import { backUp } from "./backups.ts";
import { Database } from "./database.ts";
import { catalogVersion, migrate, readMigrations } from "./migrate.ts";

/** Where a library keeps each thing; the only place that knows. */
export function libraryPaths(folder: string) {
  return {
    catalog: path.join(folder, "catalog.sqlite"),
    backups: path.join(folder, "backups"),
    vectors: path.join(folder, "vectors"),
    thumbnails: path.join(folder, "thumbnails"),
    previews: path.join(folder, "previews"),
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
  const connection = openConnection(paths.catalog);
  try {
    const version = catalogVersion(connection);
    if (!isNew && version > 0 && version < migrations.length)
      await backUp(connection, paths.backups);
    migrate(connection, migrations);
    return new Database(connection);
  } catch (error) {
    connection.close();
    throw asUnreadable(error, paths.catalog);
  }
}

function openConnection(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 5000 });
  } catch (error) {
    throw asUnreadable(error, file);
  }
}

const SQLITE_CORRUPT = 11;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

function asUnreadable(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !("errcode" in error)) return error;
  const code = Number(error.errcode) & 0xff;
  if (code !== SQLITE_CORRUPT && code !== SQLITE_NOTADB && code !== SQLITE_CANTOPEN) return error;
  return new LibraryError(
    "library-unreadable",
    `expected a Semblance catalog at ${file} but ${error.message}`,
    {
      cause: error,
    },
  );
}
