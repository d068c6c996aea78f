/**
 * @file Makes the catalog's entries match the disk, one directory at a time. The only writer of places.
 */
import path from "node:path";
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import { rememberFile } from "../catalog/former-files.ts";
import { recordRelink } from "../catalog/journal/record-relink.ts";
import { clearFailure, recordFailure } from "../catalog/failures.ts";
import { findByCompanionKey, listCompanionsIn, type Companion } from "../catalog/photo-files.ts";
import { refreshText, type TextOptions } from "../catalog/photo-text.ts";
import {
  absolutePath,
  findByFileKey,
  findPhoto,
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
import type { HeldVanished } from "./held-vanished.ts";
import { relinkVanished, type Relinked } from "./identity.ts";
import { groupFiles } from "./group-files.ts";
import { hasSameStamp } from "./plan-directory.ts";
import { planPhotos, type PhotosPlan } from "./plan-photos.ts";
import { joinEntries, promote, regroup } from "./settle-files.ts";

export interface Reconciler {
  readonly db: Database;
  readonly feed: ChangeFeed;
  readonly text: TextOptions;
  /** Holds vanished photos before they are looked for elsewhere; without it, that is done at once. */
  readonly vanished?: Pick<HeldVanished, "hold" | "graceMs">;
}

export interface DirectoryPlace {
  readonly folderId: FolderId;
  readonly folderPath: string;
  readonly directory: string;
}

/** An entry as it is compared with the disk. */
type KnownPhoto = PhotoRow & { readonly companions: readonly Companion[] };

/** Applies what is on the disk now. `files` is the whole directory; an empty one means it has gone. */
export async function reconcileDirectory(
  reconciler: Reconciler,
  place: DirectoryPlace,
  files: readonly FoundFile[],
): Promise<PhotosPlan<KnownPhoto>> {
  const { db } = reconciler;
  const groups = groupFiles(files);
  const draft = planPhotos(listKnown(db, place), groups);
  // The common case by far: nothing to write, so nothing is locked.
  if (isEmpty(draft)) return draft;
  const others = [...draft.promoted, ...draft.changed].map(({ file }) => file);
  const found = await findMovers(db, [...draft.added, ...others]);
  // Planned again inside the transaction: an entry may have moved while the disk was asked.
  return db.transaction(() => {
    const movers = new Map(
      [...found].filter(([fileKey, id]) => getPhoto(db, id)?.fileKey === fileKey),
    );
    const plan = planPhotos(listKnown(db, place), groups, ({ fileKey }) => movers.has(fileKey));
    applyPlan(reconciler, place, plan, movers);
    return plan;
  });
}

/** A directory's entries, missing ones included, with their companions. */
function listKnown(db: Database, { folderId, directory }: DirectoryPlace): KnownPhoto[] {
  const companions = listCompanionsIn(db, folderId, directory);
  return listDirectory(db, folderId, directory).map((entry) => ({
    ...entry,
    companions: companions.get(entry.id) ?? [],
  }));
}

function isEmpty(plan: PhotosPlan<KnownPhoto>): boolean {
  const { moved, changed, returned, restamped, added, gone } = plan;
  const { promoted, joined, regrouped } = plan;
  return [
    ...[moved, changed, returned, restamped, added, gone],
    ...[promoted, joined, regrouped],
  ].every((some) => some.length === 0);
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
  plan: PhotosPlan<KnownPhoto>,
  movers: Map<string, PhotoId>,
): void {
  const { db } = reconciler;
  // Places are left before they are taken, so that two files may swap names and a file may replace another.
  for (const { entry } of [...plan.moved, ...plan.promoted]) vacatePlace(db, entry.id);
  const isReplaced = ({ file }: { file: FoundFile }) => movers.has(file.fileKey);
  for (const { entry, file } of plan.changed) {
    if (isReplaced({ file })) continue;
    rememberFile(db, entry.id);
    markChanged(db, entry.id, file);
    report(reconciler, "changed", entry);
  }
  const replaced = plan.changed.filter(isReplaced);
  for (const entry of [...plan.gone, ...replaced.map(({ entry }) => entry)])
    lose(reconciler, entry);
  for (const { entry, file } of plan.moved) move(reconciler, entry, place, file);
  for (const { entry, file } of plan.promoted) promote(reconciler, entry, { ...place, ...file });
  for (const { entry, file } of plan.returned) {
    writeStamp(db, entry.id, file);
    markReturned(db, entry.id);
    report(reconciler, "returned", entry);
  }
  for (const { entry, file } of plan.restamped) writeStamp(db, entry.id, file);
  for (const file of [...plan.added, ...replaced.map(({ file }) => file)]) {
    const id = movers.get(file.fileKey);
    const mover = id === undefined ? undefined : getPhoto(db, id);
    movers.delete(file.fileKey); // Another link to the same file is another file.
    if (mover) move(reconciler, mover, place, file);
    else add(reconciler, place, file);
  }
  for (const { entry, to } of plan.joined) {
    const photo = findPhoto(db, { ...place, name: to.name });
    if (photo) joinEntries(reconciler, entry, { id: photo.id, path: absolutePath(photo) });
  }
  for (const group of plan.regrouped) regroup(reconciler, place, group);
}

function add(reconciler: Reconciler, place: DirectoryPlace, file: FoundFile): void {
  const id = insertPhoto(reconciler.db, { ...place, name: file.name }, file);
  if (file.hasInvalidName) recordFailure(reconciler.db, id, invalidName(place, file));
  refreshText(reconciler.db, id, reconciler.text);
  reconciler.feed.report({ kind: "seen", id, path: absolutePath({ ...place, name: file.name }) });
}

function invalidName(place: DirectoryPlace, { name }: FoundFile) {
  const path = absolutePath({ ...place, name });
  return {
    code: "name-invalid" as const,
    message: `expected a name in UTF-8 but got other bytes: ${path}; rename the file to see it`,
    why: tell("reading.name"),
  };
}

function move(
  reconciler: Reconciler,
  entry: PhotoRow,
  place: DirectoryPlace,
  file: FoundFile,
): void {
  const to: PhotoPlace = { ...place, name: file.name };
  movePhoto(reconciler.db, entry.id, to, file);
  recordRelink(reconciler.db, entry, { ...entry, ...place, ...file });
  reconciler.feed.reportHistory();
  if (!file.hasInvalidName) clearFailure(reconciler.db, entry.id, "name-invalid");
  reportMove(reconciler, entry, absolutePath({ ...place, name: file.name }));
}

function lose(reconciler: Reconciler, entry: PhotoRow): void {
  // Seen at its new place already, beside the picture that it belongs to.
  const [photo] = findByCompanionKey(reconciler.db, entry).flatMap(
    (id) => getPhoto(reconciler.db, id) ?? [],
  );
  if (photo) {
    joinEntries(reconciler, entry, { id: photo.id, path: absolutePath(photo) });
    return;
  }
  markMissing(reconciler.db, entry.id);
  if (reconciler.vanished) reconciler.vanished.hold(entry.id);
  else if (findVanished(reconciler, entry.id)) return;
  report(reconciler, "missing", entry);
}

/** Looks for the file of a missing entry among those that are new elsewhere; true when it was found. */
export function findVanished(reconciler: Reconciler, id: PhotoId): boolean {
  const gone = getPhoto(reconciler.db, id);
  const relinked = gone && relinkVanished(reconciler.db, gone);
  if (relinked) reportRelink(reconciler, relinked);
  return relinked !== undefined;
}

/** Says which entries have which files now. */
export function reportRelink(reconciler: Reconciler, relinked: Relinked): void {
  const { db, feed, text } = reconciler;
  const { entry, holder, holderIs, left } = relinked;
  feed.report({ kind: holderIs, id: holder.id, path: absolutePath(holder) });
  reportMove(reconciler, entry, absolutePath(holder));
  if (left !== undefined) {
    refreshText(db, left, text);
    feed.report({ kind: "seen", id: left, path: absolutePath(entry) });
  }
  feed.reportHistory();
}

/** Says that an entry is missing, and the file at its path an entry of its own. */
export function reportSplit({ db, feed, text }: Reconciler, entry: PhotoRow, own: PhotoId): void {
  const path = absolutePath(entry);
  feed.report({ kind: "missing", id: entry.id, path });
  refreshText(db, own, text);
  feed.report({ kind: "seen", id: own, path });
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
