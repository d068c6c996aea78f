import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { listBackups } from "./catalog/backups.ts";
import type { Database } from "./catalog/database.ts";
import { listKeptInBackup, listKeptPictures } from "./catalog/kept-pictures.ts";
import type { LibraryPaths } from "./catalog/open-catalog.ts";

/** Long after an album was about to be saved; a copy that is used again is young again. */
const LEAST_AGE_MS = 30 * 24 * 60 * 60 * 1000;
const COPY = /^([0-9a-f]{64})\.webp$/;

export interface SweepOptions {
  readonly db: Database;
  readonly paths: Pick<LibraryPaths, "examples" | "backups">;
  readonly signal?: AbortSignal;
  readonly nowMs?: number;
}

/**
 * Removes copies of pictures from outside that no album is like, neither now, nor after an undo or a restored backup: of albums that could not be
 * saved. Nothing goes while a backup cannot be read. Ends early with the signal. Answers with how many went.
 */
export async function sweepExamples(options: SweepOptions): Promise<number> {
  const { db, paths, signal, nowMs = Date.now() } = options;
  const old = await listOld(paths.examples, nowMs - LEAST_AGE_MS);
  for (const picture of listKeptPictures(db)) old.delete(picture);
  for (const { file } of old.size > 0 ? listBackups(paths.backups) : [])
    for (const picture of listKeptInBackup(file)) old.delete(picture);
  let removed = 0;
  for (const [picture, file] of old) {
    if (signal?.aborted) break;
    // An album may have been saved meanwhile.
    if ((await isYounger(file, nowMs - LEAST_AGE_MS)) || listKeptPictures(db).includes(picture))
      continue;
    await rm(file, { force: true });
    removed++;
  }
  return removed;
}

/** Files by the fingerprint of the picture. */
async function listOld(folder: string, untilMs: number): Promise<Map<string, string>> {
  const old = new Map<string, string>();
  for (const name of await namesIn(folder)) {
    const [, picture] = COPY.exec(name) ?? [];
    const file = path.join(folder, name);
    if (picture !== undefined && !(await isYounger(file, untilMs))) old.set(picture, file);
  }
  return old;
}

async function isYounger(file: string, thanMs: number): Promise<boolean> {
  return (await stat(file)).mtimeMs > thanMs;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // No album has needed one yet.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return [];
  }
}
