import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { isDamage } from "./catalog-errors.ts";

/** Up to this size a whole quick check takes a tenth of a second or two, so every start does one. */
const CHECKED_AT_START_BYTES = 32 * 1024 * 1024;

/** A file without even SQLite's header holds nothing (sqlite.org/fileformat2.html). */
const HEADER_BYTES = 100;

export type CheckDepth =
  /** Every page and row, without comparing indexes with their tables: some 250 MB a second. */
  | "quick"
  /** Indexes too: several times as long. */
  | "full";

/** Whether a whole check of this file must be left to a process of its own; see ask-check-process.ts. */
export function isLargeCatalog(file: string): boolean {
  return statSync(file).size > CHECKED_AT_START_BYTES;
}

/**
 * What is wrong with a catalog, in SQLite's words; undefined when nothing was found. Takes as long as the file is
 * large. Throws what the system says of a file that cannot be opened at all.
 */
export function findDamage(file: string, depth: CheckDepth): string | undefined {
  return reasonOf(file, (db) => {
    const check = depth === "quick" ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)";
    const said = String(Object.values(db.prepare(check).get() ?? {})[0]);
    return said === "ok" ? undefined : said;
  });
}

/**
 * What can be seen of damage within milliseconds, however large the catalog is: a file that is empty or cut off, a
 * header that is none, a table whose first page cannot be read.
 */
export function findGlaringDamage(file: string): string | undefined {
  return reasonOf(file, (db) => {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    for (const { name } of tables) db.prepare(`SELECT 1 FROM "${String(name)}" LIMIT 1`).get();
    return undefined;
  });
}

function reasonOf(
  file: string,
  look: (db: DatabaseSync) => string | undefined,
): string | undefined {
  const sizeBytes = statSync(file).size;
  if (sizeBytes < HEADER_BYTES) return `it has ${sizeBytes} bytes`;
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    return look(db);
  } catch (error) {
    if (isDamage(error)) return error.message;
    throw error;
  } finally {
    db.close();
  }
}
