import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { backup, type DatabaseSync } from "node:sqlite";

/** Backups kept on the rotation; the oldest goes first. */
const KEPT = 7;

/** A day's work is the most that a damaged disk may cost. */
const EVERY_MS = 24 * 60 * 60 * 1000;

const BACKUP_NAME = /^catalog-(\d+)\.sqlite$/;

/** Copies the catalog into `folder` while it is open; an interrupted copy leaves no file of that name. */
export async function backUp(
  db: DatabaseSync,
  folder: string,
  nowMs = Date.now(),
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `catalog-${nowMs}.sqlite`);
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  await backup(db, partial);
  renameSync(partial, file);
  for (const old of listBackups(folder).slice(0, -KEPT)) rmSync(old.file, { force: true });
  return file;
}

/** True when the newest backup is older than a day, or there is none. */
export function isBackupDue(folder: string, nowMs = Date.now()): boolean {
  const newest = listBackups(folder).at(-1);
  return newest === undefined || nowMs - newest.atMs > EVERY_MS;
}

/** Oldest first. */
export function listBackups(folder: string): { file: string; atMs: number }[] {
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
