import { DatabaseSync } from "node:sqlite";

/**
 * Takes the lock that makes this process the library's one owner; undefined when another has it.
 *
 * The lock is an open exclusive transaction on an otherwise empty SQLite file, because the system frees
 * it the moment the process ends, however it ends, on every platform.
 */
export function takeOwnerLock(file: string): Disposable | undefined {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec("PRAGMA journal_mode = DELETE");
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { [Symbol.dispose]: () => db.close() };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}
