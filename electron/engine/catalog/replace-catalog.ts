import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { LibraryPaths } from "./open-catalog.ts";

/** Why a catalog was put aside; part of the name that it is kept under. */
export type KeptAs = "damaged" | "before-restore";

type CatalogPaths = Pick<LibraryPaths, "catalog" | "incoming">;

/**
 * [Note: Replacing the catalog] The next catalog is complete, checked and on the disk as `incoming` before the present
 * one is touched. Then the present one is renamed, its write-ahead log after it, and `incoming` takes its place. A
 * crash between leaves either the present catalog, and `incoming` is thrown away, or none, and `incoming` takes its
 * place at the next start. A log that was left behind must never stay: SQLite would write it into the new catalog.
 */
export function replaceCatalog(
  paths: CatalogPaths,
  kept: KeptAs,
  nowMs = Date.now(),
): string | undefined {
  const aside = asideName(paths, kept, nowMs);
  const wasThere = existsSync(paths.catalog);
  if (wasThere) renameSync(paths.catalog, aside);
  moveLogs(paths.catalog, aside);
  renameSync(paths.incoming, paths.catalog);
  flushFolder(path.dirname(paths.catalog));
  return wasThere ? aside : undefined;
}

/** Ends what a crash interrupted. See [Note: Replacing the catalog]. */
export function finishReplacement(paths: CatalogPaths): void {
  removeDraft(paths);
  if (!existsSync(paths.incoming)) return;
  if (existsSync(paths.catalog)) rmSync(paths.incoming);
  else replaceCatalog(paths, "damaged");
}

/** Where the next catalog is made; nobody takes it for one that is complete. */
export function draftOf({ incoming }: Pick<LibraryPaths, "incoming">): string {
  return `${incoming}.partial`;
}

/** With what SQLite puts beside it. */
export function removeDraft(paths: Pick<LibraryPaths, "incoming">): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"])
    rmSync(`${draftOf(paths)}${suffix}`, { force: true });
}

/** The draft is complete. */
export function promoteDraft(paths: CatalogPaths): void {
  const descriptor = openSync(draftOf(paths), "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(draftOf(paths), paths.incoming);
}

/** "catalog.damaged-2026-11-21T05-12-33.sqlite"; never a name that is taken. */
function asideName({ catalog }: CatalogPaths, kept: KeptAs, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().slice(0, 19).replaceAll(":", "-");
  const { dir, name, ext } = path.parse(catalog);
  for (let copy = 1; ; copy++) {
    const number = copy === 1 ? "" : ` (${copy})`;
    const aside = path.join(dir, `${name}.${kept}-${stamp}${number}${ext}`);
    if (!existsSync(aside) && !existsSync(`${aside}-wal`)) return aside;
  }
}

function moveLogs(catalog: string, aside: string): void {
  if (existsSync(`${catalog}-wal`)) renameSync(`${catalog}-wal`, `${aside}-wal`);
  rmSync(`${catalog}-shm`, { force: true });
}

/** A rename is on the disk when its folder is; Windows flushes no folders, and needs it less. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
