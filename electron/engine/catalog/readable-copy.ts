import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { isDamage } from "./catalog-errors.ts";

/** Of SQLite's header (sqlite.org/fileformat2.html): where the size of a page is, and how many pages there are. */
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const HEADER_BYTES = 100;

/** A copy of a damaged catalog, to read as much from as can be; it is gone when it is disposed. */
export interface ReadableCopy extends Disposable {
  /** Undefined for what is no database at all. */
  readonly db: DatabaseSync | undefined;
}

/**
 * Opens a copy at `at`, because SQLite writes to what it opens, and the damaged file is kept as it is. Of one that was
 * cut off SQLite would read nothing, so the copy's header is made to say how many pages there are.
 */
export function openReadableCopy(damaged: string, at: string): ReadableCopy {
  remove(at);
  copyFileSync(damaged, at);
  if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${at}-wal`);
  admitCut(at);
  const db = open(at);
  return {
    db,
    [Symbol.dispose]() {
      db?.close();
      remove(at);
    },
  };
}

function admitCut(file: string): void {
  const sizeBytes = statSync(file).size;
  if (sizeBytes < HEADER_BYTES) return;
  const descriptor = openSync(file, "r+");
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
    const pageBytes = header.readUInt16BE(PAGE_SIZE_AT);
    // 1 stands for 65,536, which no catalog has; anything else that is no power of two is damage itself.
    if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0) return;
    const pages = Math.floor(sizeBytes / pageBytes);
    if (pages >= header.readUInt32BE(PAGE_COUNT_AT)) return;
    header.writeUInt32BE(pages, PAGE_COUNT_AT);
    writeSync(descriptor, header, PAGE_COUNT_AT, 4, PAGE_COUNT_AT);
  } finally {
    closeSync(descriptor);
  }
}

function open(file: string): DatabaseSync | undefined {
  const db = new DatabaseSync(file);
  try {
    db.prepare("SELECT count(*) FROM sqlite_master").get();
    return db;
  } catch (error) {
    db.close();
    if (isDamage(error)) return undefined;
    throw error;
  }
}

function remove(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
}
