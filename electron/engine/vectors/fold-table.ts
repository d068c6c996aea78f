import type { Table } from "@lancedb/lancedb";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";

/** Below this a scan for a fingerprint is faster than keeping an index of them. */
const INDEX_FROM_ROWS = 1000;

/** A pass may find more to fold, and deletes only what earlier ones replaced; two or three are enough. */
const FOLD_PASSES = 4;

/** What LanceDB is writing has such a name until it is complete. */
const DRAFT = ".tmp";

/** Folds small files into large ones, and new rows into the indices. What was replaced stays, for those who read it. */
export async function foldFiles(table: Table): Promise<void> {
  if ((await table.countRows()) >= INDEX_FROM_ROWS && !(await hasFingerprintIndex(table))) {
    const { Index } = await import("@lancedb/lancedb");
    await table.createIndex("fingerprint", { config: Index.btree() });
  }
  await table.optimize();
}

/** Deletes what no version but the newest holds. Nobody may be reading an older one. */
export async function dropReplaced(table: Table): Promise<void> {
  await prune(table, { deleteUnverified: false });
}

/**
 * Deletes what was never part of a version too: a fold or a build that was killed leaves up to as much as the table
 * takes. `folder` is the table's own. Nothing else may be changing the table.
 */
export async function clearLeftovers(table: Table, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of entries)
    if (name.startsWith(DRAFT)) await rm(path.join(parentPath, name), { force: true });
  // LanceDB spares what is younger than the newest version: this deletes nothing and makes one.
  await table.delete("fingerprint = ''");
  await prune(table, { deleteUnverified: true });
}

async function prune(
  table: Table,
  { deleteUnverified }: { readonly deleteUnverified: boolean },
): Promise<void> {
  for (let pass = 0; pass < FOLD_PASSES; pass += 1) {
    const { compaction } = await table.optimize({ cleanupOlderThan: new Date(), deleteUnverified });
    if (compaction.filesRemoved === 0) break;
  }
}

async function hasFingerprintIndex(table: Table): Promise<boolean> {
  return (await table.listIndices()).some(({ columns }) => columns.includes("fingerprint"));
}
