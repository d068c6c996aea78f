import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { LibraryError } from "../../contract/errors.ts";
import { askCheckProcess } from "./ask-check-process.ts";
import { findDamage, isLargeCatalog, type CheckDepth } from "./check-catalog.ts";
import { chooseKept } from "./backup-rotation.ts";
import { toCatalogError } from "./catalog-errors.ts";

/** A day's work is the most that a damaged disk may cost. */
const EVERY_MS = 24 * 60 * 60 * 1000;

/** No write of ours takes as long. */
const MOST_WRITING_MS = 60_000;
const RETRY_MS = 20;

const BACKUP_NAME = /^catalog-(\d+)\.sqlite$/;

export interface Backup {
  readonly file: string;
  readonly atMs: number;
}

/**
 * Copies the catalog into `folder` while it is open, checks the copy, and drops those that the rotation no longer
 * keeps. An interrupted copy leaves no file of that name, and a damaged one takes nobody's place.
 */
export async function backUp(
  db: DatabaseSync,
  folder: string,
  { nowMs = Date.now(), signal }: { readonly nowMs?: number; readonly signal?: AbortSignal } = {},
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `catalog-${nowMs}.sqlite`);
  const partial = `${file}.partial`;
  await copyWhole(db, partial, { depth: "quick", ...(signal && { signal }) });
  renameSync(partial, file);
  prune(folder);
  return file;
}

/**
 * A consistent copy of an open catalog: one file, complete and checked when this resolves, and on the disk. Nothing is
 * left behind when it rejects: `disk-full`, or `library-unreadable` when the copy is damaged, as then the catalog is.
 */
export async function copyWhole(
  db: DatabaseSync,
  file: string,
  { depth, signal }: { readonly depth: CheckDepth; readonly signal?: AbortSignal },
): Promise<void> {
  await rm(file, { force: true });
  try {
    await copyPages(db, file);
    toSingleFile(file);
    const damage =
      depth === "quick" && !isLargeCatalog(file)
        ? findDamage(file, depth)
        : await askCheckProcess(file, { depth, ...(signal && { signal }) });
    if (damage !== undefined) {
      throw new LibraryError(
        "library-unreadable",
        `expected a whole copy of the catalog at ${file} but ${damage}`,
      );
    }
  } catch (error) {
    await rm(file, { force: true });
    throw toCatalogError(error, file);
  }
}

/**
 * SQLite copies nothing while its own connection writes. Node goes on by itself when that happens on the way; at the first step it
 * gives up, with an error that has the code 0 ("not an error"), as then no pages are known to be left.
 */
async function copyPages(db: DatabaseSync, file: string): Promise<void> {
  for (const startedMs = performance.now(); ;) {
    try {
      await backup(db, file);
      return;
    } catch (error) {
      const isWriting = error instanceof Error && "errcode" in error && error.errcode === 0;
      if (!isWriting || performance.now() - startedMs > MOST_WRITING_MS) throw error;
      await delay(RETRY_MS);
    }
  }
}

/** Copies the catalog to a place of the user's choice, where there is nothing yet. */
export async function backUpTo(db: DatabaseSync, file: string): Promise<void> {
  const partial = `${file}.partial`;
  await copyWhole(db, partial, { depth: "full" });
  await rename(partial, file);
}

/**
 * True when the newest backup is older than a day, or there is none. One that is of the future says that the clock was
 * wrong, then or now, and does not count.
 */
export function isBackupDue(folder: string, nowMs = Date.now()): boolean {
  return !listBackups(folder).some(({ atMs }) => atMs <= nowMs && nowMs - atMs <= EVERY_MS);
}

/** Oldest first. */
export function listBackups(folder: string): Backup[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return []; // No folder yet means no backup yet.
  }
  return names
    .flatMap((name) => {
      const match = BACKUP_NAME.exec(name);
      return match ? [{ file: path.join(folder, name), atMs: Number(match[1]) }] : [];
    })
    .sort((a, b) => a.atMs - b.atMs);
}

/** Also drops what an interrupted copy left. */
function prune(folder: string): void {
  const all = listBackups(folder);
  const kept = new Set(chooseKept(all.map(({ atMs }) => atMs)));
  for (const { file, atMs } of all) if (!kept.has(atMs)) rmSync(file, { force: true });
  for (const name of readdirSync(folder))
    if (name.endsWith(".partial")) rmSync(path.join(folder, name), { force: true });
}

/** A copy of a catalog in WAL mode is in that mode too, and opening it would put files beside it. */
function toSingleFile(file: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec("PRAGMA journal_mode = DELETE");
  } finally {
    db.close();
  }
}
