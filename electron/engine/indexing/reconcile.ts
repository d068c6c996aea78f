/**
 * @file Makes the catalog's entries match the disk, one directory at a time. The only writer of places.
 */
import path from "node:path";
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { refreshText, type TextOptions } from "../catalog/photo-text.ts";
import {
  absolutePath,
  findByFileKey,
  getPhoto,
  insertPhoto,
  listDirectory,
  markChanged,
  markMissing,
  markReturned,
  movePhoto,
  vacatePlace,
  writeStamp,
  type PhotoPlace,
  type PhotoRow,
} from "../catalog/photos.ts";
import { statFile, type FoundFile } from "../watching/read-directory.ts";
import type { ChangeFeed } from "./change-feed.ts";
import { relinkVanished } from "./identity.ts";
import { hasSameStamp, planDirectory, type DirectoryPlan } from "./plan-directory.ts";

export interface Reconciler {
  readonly db: Database;
  readonly feed: ChangeFeed;
  readonly text: TextOptions;
}

export interface DirectoryPlace {
  readonly folderId: FolderId;
  readonly folderPath: string;
  readonly directory: string;
}

/** Applies what is on the disk now. `files` is the whole directory; an empty one means it has gone. */
export async function reconcileDirectory(
  reconciler: Reconciler,
  place: DirectoryPlace,
  files: readonly FoundFile[],
): Promise<DirectoryPlan<PhotoRow>> {
  const { db } = reconciler;
  const draft = planDirectory(listDirectory(db, place.folderId, place.directory), files);
  // The common case by far: nothing to write, so nothing is locked.
  if (isEmpty(draft)) return draft;
  const movers = await findMovers(db, draft.added);
  // Planned again inside the transaction: an entry may have moved while the disk was asked.
  return db.transaction(() => {
    const plan = planDirectory(listDirectory(db, place.folderId, place.directory), files);
    applyPlan(reconciler, place, plan, movers);
    return plan;
  });
}

function isEmpty(plan: DirectoryPlan<PhotoRow>): boolean {
  const { moved, changed, returned, restamped, added, gone } = plan;
  return [moved, changed, returned, restamped, added, gone].every((some) => some.length === 0);
}

/** Entries of other directories whose file is now one of these: same inode, size and time, and not at the old path. */
async function findMovers(
  db: Database,
  added: readonly FoundFile[],
): Promise<Map<string, PhotoId>> {
  const movers = new Map<string, PhotoId>();
  for (const file of added) {
    for (const entry of findByFileKey(db, file.fileKey)) {
      if (hasSameStamp(entry, file) && (await hasLeft(entry))) movers.set(file.fileKey, entry.id);
    }
  }
  return movers;
}

async function hasLeft(entry: PhotoRow): Promise<boolean> {
  const there = await statFile(path.join(entry.folderPath, entry.directory), entry.name);
  return there?.fileKey !== entry.fileKey;
}

function applyPlan(
  reconciler: Reconciler,
  place: DirectoryPlace,
  plan: DirectoryPlan<PhotoRow>,
  movers: ReadonlyMap<string, PhotoId>,
): void {
  const { db } = reconciler;
  // Places are left before they are taken, so that two files may swap names and a file may replace another.
  for (const { entry } of plan.moved) vacatePlace(db, entry.id);
  for (const { entry, file } of plan.changed) {
    markChanged(db, entry.id, file);
    report(reconciler, "changed", entry);
  }
  for (const entry of plan.gone) lose(reconciler, entry);
  for (const { entry, file } of plan.moved) move(reconciler, entry, place, file);
  for (const { entry, file } of plan.returned) {
    writeStamp(db, entry.id, file);
    markReturned(db, entry.id);
    report(reconciler, "returned", entry);
  }
  for (const { entry, file } of plan.restamped) writeStamp(db, entry.id, file);
  for (const file of plan.added) {
    const id = movers.get(file.fileKey);
    const mover = id === undefined ? undefined : getPhoto(db, id);
    if (mover) move(reconciler, mover, place, file);
    else add(reconciler, place, file);
  }
}

function add(reconciler: Reconciler, place: DirectoryPlace, file: FoundFile): void {
  const id = insertPhoto(reconciler.db, { ...place, name: file.name }, file);
  refreshText(reconciler.db, id, reconciler.text);
  reconciler.feed.report({ kind: "seen", id, path: absolutePath({ ...place, name: file.name }) });
}

function move(
  reconciler: Reconciler,
  entry: PhotoRow,
  place: DirectoryPlace,
  file: FoundFile,
): void {
  const to: PhotoPlace = { ...place, name: file.name };
  movePhoto(reconciler.db, entry.id, to, file);
  reportMove(reconciler, entry, absolutePath({ ...place, name: file.name }));
}

function lose(reconciler: Reconciler, entry: PhotoRow): void {
  const copy = relinkVanished(reconciler.db, entry);
  if (copy) {
    reconciler.feed.report({ kind: "removed", id: copy.id, path: absolutePath(copy) });
    reportMove(reconciler, entry, absolutePath(copy));
    return;
  }
  markMissing(reconciler.db, entry.id);
  report(reconciler, "missing", entry);
}

/** Says that an entry's file is now at `to`, and lets words find it there. */
export function reportMove(reconciler: Reconciler, entry: PhotoRow, to: string): void {
  refreshText(reconciler.db, entry.id, reconciler.text);
  reconciler.feed.report({ kind: "moved", id: entry.id, path: to, from: absolutePath(entry) });
}

function report(
  reconciler: Reconciler,
  kind: "changed" | "returned" | "missing",
  entry: PhotoRow,
): void {
  reconciler.feed.report({ kind, id: entry.id, path: absolutePath(entry) });
}
