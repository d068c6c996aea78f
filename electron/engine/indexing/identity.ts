/**
 * @file The rungs of identity that need a file's bytes. See [Note: Identity].
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { forgetFormerFile, getFormerFile, restoreFormerFile } from "../catalog/former-files.ts";
import { recordLocated, recordRelink } from "../catalog/journal/record-relink.ts";
import { markMetadataStale } from "../catalog/photo-facts.ts";
import { takeCompanions } from "../catalog/photo-files.ts";
import {
  deletePhoto,
  hasUserData,
  insertPhoto,
  movePhoto,
  type PhotoRow,
} from "../catalog/photos.ts";
import {
  findPresent,
  keepApart,
  listReplacing,
  listUntouchedSince,
  pixelsOf,
  type Content,
} from "../catalog/same-files.ts";
import { chooseVanished } from "./choose-vanished.ts";

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

/** A file with the bytes of a missing entry is that entry's at a new place: the entry takes it over, tags and all. */
export function relinkAppeared(
  db: Database,
  photo: PhotoRow,
  fingerprint: string,
  { nowMs = Date.now(), graceMs = 0 }: IdentityOptions = {},
): Relinked | undefined {
  if (!isUnclaimed(db, photo, fingerprint)) return undefined;
  const old = chooseVanished(db, photo, { column: "fingerprint", value: fingerprint });
  return old && hasGone(old, nowMs - graceMs) ? takeOver(db, old, photo) : undefined;
}

/** The same for a new file with the decoded pixels of a missing entry: its metadata were rewritten on the way. */
export function relinkByPixels(
  db: Database,
  photo: PhotoRow,
  { nowMs = Date.now(), graceMs = 0 }: IdentityOptions = {},
): Relinked | undefined {
  if (!isNew(photo) || hasUserData(db, photo.id)) return undefined;
  const pixels = pixelsOf(db, photo.id);
  const old = pixels && chooseVanished(db, photo, pixels);
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
  const fingerprint = bytesOf(db, gone);
  const content: Content | undefined =
    fingerprint !== undefined && copy.fingerprint === fingerprint
      ? { column: "fingerprint", value: fingerprint }
      : pixelsOf(db, copy.id);
  const isIts = content && chooseVanished(db, copy, content, gone.id)?.id === gone.id;
  return isIts ? takeOver(db, gone, copy) : undefined;
}

/**
 * Files elsewhere that may be the entry's, two at most: with the same bytes, or else, of a missing one, with the same pixels. Either it is
 * new and the user entered nothing for it, or it has just taken the place of another.
 */
function listCopies(db: Database, gone: PhotoRow, nowMs: number): PhotoRow[] {
  const fingerprint = bytesOf(db, gone);
  const newSinceMs = Math.max(gone.addedAtMs, nowMs - MOVE_WINDOW_MS);
  const fresh = { sinceMs: newSinceMs, not: gone.id };
  if (fingerprint !== undefined) {
    const bytes: Content = { column: "fingerprint", value: fingerprint };
    if (findPresent(db, bytes, gone.id))
      return [
        ...listUntouchedSince(db, bytes, fresh),
        ...listReplacing(db, fingerprint, {
          untilMs: newSinceMs,
          replacedSinceMs: nowMs - MOVE_WINDOW_MS,
          not: gone.id,
        }),
      ];
  }
  const pixels = isMissing(gone) ? pixelsOf(db, gone.id) : undefined;
  return pixels ? listUntouchedSince(db, pixels, fresh) : [];
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

/** The file at the entry's path took the place of another, whose entry it is. */
function wasReplaced(db: Database, id: PhotoId, fingerprint: string): boolean {
  const former = getFormerFile(db, id);
  return former !== undefined && former.fingerprint !== fingerprint;
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
