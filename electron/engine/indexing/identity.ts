/**
 * @file The rungs of identity that need a file's bytes. See [Note: Identity].
 */
import type { Database } from "../catalog/database.ts";
import {
  deletePhoto,
  findByFingerprint,
  hasUserData,
  movePhoto,
  type PhotoRow,
} from "../catalog/photos.ts";

/** A copy this young, that the user has not touched, may be the first half of a move to another disk. */
const MOVE_WINDOW_MS = 10 * 60 * 1000;

/**
 * The missing entry that a file with these bytes belongs to. With several missing twins: the one with the
 * same inode, else the one with the same name, else none, because a wrong guess puts tags on the wrong photo.
 */
export function chooseVanished(photo: PhotoRow, twins: readonly PhotoRow[]): PhotoRow | undefined {
  const vanished = twins.filter((twin) => twin.id !== photo.id && twin.missingSinceMs !== null);
  if (vanished.length <= 1) return vanished[0];
  const byInode = vanished.filter((twin) => twin.fileKey === photo.fileKey);
  if (byInode.length === 1) return byInode[0];
  const byName = vanished.filter((twin) => twin.name === photo.name);
  return byName.length === 1 ? byName[0] : undefined;
}

/**
 * A new file with the bytes of a missing entry is that entry's file at a new place: the old entry takes it
 * over, tags and all, and the new one, which holds nothing of the user's, goes.
 */
export function relinkAppeared(
  db: Database,
  photo: PhotoRow,
  fingerprint: string,
): PhotoRow | undefined {
  const isNew = photo.fingerprint === null && photo.widthPx === null && !hasUserData(db, photo.id);
  const old = isNew ? chooseVanished(photo, findByFingerprint(db, fingerprint)) : undefined;
  if (old) takeOver(db, old, photo);
  return old;
}

/** The same from the other end, when the copy was found before the original went: a move between disks. */
export function relinkVanished(
  db: Database,
  gone: PhotoRow,
  nowMs = Date.now(),
): PhotoRow | undefined {
  if (gone.fingerprint === null) return undefined;
  const copies = findByFingerprint(db, gone.fingerprint).filter(
    (copy) =>
      copy.id !== gone.id &&
      copy.missingSinceMs === null &&
      copy.addedAtMs > gone.addedAtMs &&
      nowMs - copy.addedAtMs < MOVE_WINDOW_MS &&
      !hasUserData(db, copy.id),
  );
  if (copies.length !== 1) return undefined;
  takeOver(db, gone, copies[0]!);
  return copies[0];
}

function takeOver(db: Database, entry: PhotoRow, place: PhotoRow): void {
  db.transaction(() => {
    deletePhoto(db, place.id);
    movePhoto(db, entry.id, place, place);
  });
}
