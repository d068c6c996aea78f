import { LibraryError } from "../../contract/errors.ts";

const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** Whether SQLite threw this because of what is in the file, and not because of the disk or another program. */
export function isDamage(error: unknown): error is Error {
  const code = resultCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** What SQLite threw about the catalog at `file`, where it is something that the user can be told; else the same. */
export function toCatalogError(error: unknown, file: string): unknown {
  const code = resultCode(error);
  if (code === undefined || !(error instanceof Error)) return error;
  if (code === SQLITE_FULL) {
    const message = `expected to write ${file} but its disk is full`;
    return new LibraryError("disk-full", message, { cause: error });
  }
  if (!isDamage(error) && code !== SQLITE_CANTOPEN) return error;
  const message = `expected a Semblance catalog at ${file} but ${error.message}`;
  return new LibraryError("library-unreadable", message, { cause: error });
}

/** SQLite's primary result code (sqlite.org/rescode.html); undefined for what is not SQLite's. */
function resultCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
}
