/**
 * @file The rungs of identity that need a file's bytes. See [Note: Identity].
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import {
  findReplaced,
  forgetFormerFile,
  getFormerFile,
  restoreFormerFile,
} from "../catalog/former-files.ts";
import { recordLocated, recordRelink } from "../catalog/journal/record-relink.ts";
import { markMetadataStale } from "../catalog/photo-facts.ts";
import { takeCompanions } from "../catalog/photo-files.ts";
import {
  deletePhoto,
  findByFingerprint,
  getPhoto,
  hasUserData,
  insertPhoto,
  movePhoto,
  type PhotoRow,
} from "../catalog/photos.ts";
import { areKeptApart, describeUserData, findByPixels, keepApart } from "../catalog/same-files.ts";
import { isLeftOut } from "./left-out.ts";

/** A copy this young, that the user has not touched, may be the first half of a move to another disk. */
export const MOVE_WINDOW_MS = 10 * 60 * 1000;

/**
 * [Note: Grace] A vanished file may be back in a moment: editors save by deleting and writing anew. Only after this long
 * is it taken for moved, where that needs its bytes; until then a file with the same ones is an entry of its own.
 */
export const GRACE_MS = 3000;

/** An entry has another file now. */
export interface Relinked {
  /** As it was. */
  readonly entry: PhotoRow;
  /** The entry that the file had until now, as it was. */
  readonly holder: PhotoRow;
  /** What became of that one: a new one is gone, one with a file of its own before is missing. */
  readonly holderIs: "removed" | "missing";
  /** The entry of a file that `entry` has left behind at its place. */
  readonly left: PhotoId | undefined;
}

export interface IdentityOptions {
  readonly nowMs?: number;
  /** 0 where the disk is looked at only once. */
  readonly graceMs?: number;
}

/**
 * The missing entry that a file belongs to. With several missing twins: the one with the same inode, else the one
 * with the same name, else none, because a wrong guess puts tags on the wrong photo; unless the user entered the same
 * for all of them, so that no guess is wrong.
 */
export function chooseVanished(
  db: Database,
  photo: PhotoRow,
  twins: readonly PhotoRow[],
): PhotoRow | undefined {
  const vanished = twins.filter(
    (twin) => twin.id !== photo.id && !areKeptApart(db, twin.id, photo.id) && !isLeftOut(db, twin),
  );
  if (vanished.length <= 1) return vanished[0];
  const byInode = vanished.filter((twin) => twin.fileKey === photo.fileKey);
  if (byInode.length === 1) return byInode[0];
  const byName = vanished.filter((twin) => twin.name === photo.name);
  if (byName.length === 1) return byName[0];
  const data = new Set(vanished.map(({ id }) => describeUserData(db, id)));
  return data.size === 1 ? vanished.at(-1) : undefined;
}

/** A file with the bytes of a missing entry is that entry's at a new place: the entry takes it over, tags and all. */
export function relinkAppeared(
  db: Database,
  photo: PhotoRow,
  fingerprint: string,
  { nowMs = Date.now(), graceMs = 0 }: IdentityOptions = {},
): Relinked | undefined {
  if (!isUnclaimed(db, photo, fingerprint)) return undefined;
  const old = chooseVanished(db, photo, listVanished(db, fingerprint));
  return old && hasGone(old, nowMs - graceMs) ? takeOver(db, old, photo) : undefined;
}

/** The same for a new file with the decoded pixels of a missing entry: its metadata were rewritten on the way. */
export function relinkByPixels(
  db: Database,
  photo: PhotoRow,
  { nowMs = Date.now(), graceMs = 0 }: IdentityOptions = {},
): Relinked | undefined {
  if (!isNew(photo) || hasUserData(db, photo.id)) return undefined;
  const old = chooseVanished(db, photo, listAlike(db, photo.id).filter(isMissing));
  return old && hasGone(old, nowMs - graceMs) ? takeOver(db, old, photo) : undefined;
}

/**
 * The same from the other end, when the file was found at its new place before it went from the old one: for an entry that
 * is missing, or whose file was replaced by another photo.
 */
export function relinkVanished(
  db: Database,
  gone: PhotoRow,
  { nowMs = Date.now() }: IdentityOptions = {},
): Relinked | undefined {
  const [copy, ...others] = listCopies(db, gone, nowMs);
  if (!copy || others.length > 0) return undefined;
  const rivals =
    copy.fingerprint === bytesOf(db, gone)
      ? listVanished(db, copy.fingerprint)
      : listAlike(db, copy.id).filter(isMissing);
  return chooseVanished(db, copy, rivals)?.id === gone.id ? takeOver(db, gone, copy) : undefined;
}

/** Files elsewhere that may be the entry's: with the same bytes, or else, of a missing one, with the same pixels. */
function listCopies(db: Database, gone: PhotoRow, nowMs: number): PhotoRow[] {
  const fingerprint = bytesOf(db, gone);
  const isCopy = (photo: PhotoRow) => photo.id !== gone.id && !isMissing(photo);
  const same = fingerprint === undefined ? [] : findByFingerprint(db, fingerprint).filter(isCopy);
  const copies = same.filter((copy) =>
    isFresh(copy, gone, nowMs)
      ? !hasUserData(db, copy.id)
      : wasReplaced(db, copy.id, copy.fingerprint!, nowMs - MOVE_WINDOW_MS),
  );
  if (same.length > 0 || !isMissing(gone)) return copies;
  return listAlike(db, gone.id).filter(
    (copy) => isCopy(copy) && isFresh(copy, gone, nowMs) && !hasUserData(db, copy.id),
  );
}

/** The user says that the file of `holder` is the missing entry's. Answers with the number of the entry of the history as well. */
export function relinkLocated(
  db: Database,
  gone: PhotoRow,
  holder: PhotoRow,
): Relinked & { readonly journalEntry: number } {
  return db.durably(() => {
    let journalEntry = 0;
    const relinked = takeOver(db, gone, holder, (from, to) => {
      journalEntry = recordLocated(db, from, to);
    });
    return { ...relinked, journalEntry };
  });
}

/** Fingerprint of the file that the entry has lost; undefined where it was never read. */
export function bytesOf(db: Database, gone: PhotoRow): string | undefined {
  const former = getFormerFile(db, gone.id)?.fingerprint;
  return isMissing(gone) ? (gone.fingerprint ?? former) : former;
}

function isFresh(copy: PhotoRow, gone: PhotoRow, nowMs: number): boolean {
  return copy.addedAtMs > gone.addedAtMs && nowMs - copy.addedAtMs < MOVE_WINDOW_MS;
}

function isMissing(photo: PhotoRow): boolean {
  return photo.missingSinceMs !== null;
}

function isNew(photo: PhotoRow): boolean {
  return photo.fingerprint === null && photo.widthPx === null;
}

function hasGone({ missingSinceMs }: PhotoRow, beforeMs: number): boolean {
  return missingSinceMs === null || missingSinceMs <= beforeMs;
}

/** Whether nobody's tags would be lost if another entry took the file over. */
function isUnclaimed(db: Database, photo: PhotoRow, fingerprint: string): boolean {
  if (isNew(photo)) return !hasUserData(db, photo.id);
  return photo.fingerprint === null && wasReplaced(db, photo.id, fingerprint);
}

/** The file at the entry's path took the place of another, whose entry it is: just now, or so says a review. */
function wasReplaced(db: Database, id: PhotoId, fingerprint: string, sinceMs = 0): boolean {
  const former = getFormerFile(db, id);
  if (!former || former.fingerprint === fingerprint) return false;
  return former.similarity !== null || former.replacedAtMs >= sinceMs;
}

/** Entries whose file had these bytes and is not where it was. */
function listVanished(db: Database, fingerprint: string): PhotoRow[] {
  const replaced = findReplaced(db, fingerprint).flatMap((id) => getPhoto(db, id) ?? []);
  return [...findByFingerprint(db, fingerprint).filter(isMissing), ...replaced];
}

function listAlike(db: Database, id: PhotoId): PhotoRow[] {
  return findByPixels(db, id).flatMap((other) => getPhoto(db, other) ?? []);
}

function takeOver(
  db: Database,
  entry: PhotoRow,
  holder: PhotoRow,
  record = (from: PhotoRow, to: PhotoRow): void => recordRelink(db, from, to),
): Relinked {
  return db.transaction(() => {
    const former = getFormerFile(db, entry.id);
    const isPresent = !isMissing(entry);
    takeCompanions(db, holder.id, entry.id);
    const holderIs = getFormerFile(db, holder.id) ? "missing" : "removed";
    if (holderIs === "missing") restoreFormerFile(db, holder.id);
    else deletePhoto(db, holder.id);
    movePhoto(db, entry.id, holder, holder);
    // Sidecars need not have come along.
    markMetadataStale(db, entry.id);
    const left = isPresent ? insertPhoto(db, entry, entry) : undefined;
    if (isPresent || holder.fingerprint !== entry.fingerprint) forgetBytes(db, entry.id);
    forgetFormerFile(db, entry.id);
    record(isPresent ? { ...entry, ...former } : entry, holder);
    return { entry, holder, holderIs, left };
  });
}

/** What was read from the entry's file is not known to hold of the one that it has now: it is read again. */
function forgetBytes(db: Database, id: PhotoId): void {
  db.run("UPDATE photo SET fingerprint = NULL, pixel_hash = NULL, indexed_by = NULL WHERE id = ?", [
    id,
  ]);
}

/** The file at the entry's path is an entry of its own; the entry is missing, with what the user entered. */
export function splitOff(db: Database, entry: PhotoRow): PhotoId {
  return db.transaction(() => {
    restoreFormerFile(db, entry.id);
    const id = insertPhoto(db, entry, entry);
    takeCompanions(db, entry.id, id);
    keepApart(db, entry.id, id);
    return id;
  });
}
