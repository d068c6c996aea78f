/**
 * @file Which files each entry of a directory has, once it is clear where the entries are. See [Note: Companions keep tags].
 */
import path from "node:path";
import type { PhotoId } from "../../contract/photo.ts";
import { tell } from "../../texts/tell.ts";
import { forgetFormerFile } from "../catalog/former-files.ts";
import { recordOwnFinal, type Note } from "../catalog/journal/journal.ts";
import { joinPhotos } from "../catalog/join-photos.ts";
import {
  listCompanions,
  promotePhoto,
  saveCompanions,
  type Companion,
} from "../catalog/photo-files.ts";
import { markMetadataStale } from "../catalog/photo-facts.ts";
import { refreshText } from "../catalog/photo-text.ts";
import { absolutePath, findPhoto, hasUserData, type PhotoRow } from "../catalog/photos.ts";
import type { FoundFile } from "../watching/read-directory.ts";
import type { FileGroup } from "./group-files.ts";
import { hasSameStamp } from "./plan-directory.ts";
import type { DirectoryPlace, Reconciler } from "./reconcile.ts";

/** The entry shows this file of its photo from now on, and waits to be indexed by it. */
export function promote(
  { db, feed, text }: Reconciler,
  entry: PhotoRow,
  { folderId, folderPath, directory, name, ...file }: DirectoryPlace & FoundFile,
): void {
  const place = { folderId, directory, name };
  promotePhoto(db, entry.id, place, file);
  // Another file of the same photo is no edit of it, so there is nothing to weigh.
  forgetFormerFile(db, entry.id);
  refreshText(db, entry.id, text);
  const now = absolutePath({ ...place, folderPath });
  feed.report({ kind: "moved", id: entry.id, path: now, from: absolutePath(entry) });
  feed.report({ kind: "changed", id: entry.id, path: now });
}

/** The entry's file is one of another entry's: what the user entered for it goes to that one, and it goes. */
export function joinEntries(
  { db, feed, text }: Reconciler,
  entry: PhotoRow,
  to: { readonly id: PhotoId; readonly path: string },
): void {
  db.transaction(() => {
    if (hasUserData(db, entry.id)) {
      recordOwnFinal(db, joining(entry.name, path.basename(to.path)));
      feed.reportHistory();
    }
    joinPhotos(db, entry.id, to.id);
    refreshText(db, to.id, text);
  });
  feed.report({ kind: "removed", id: entry.id, path: absolutePath(entry) });
  feed.report({ kind: "tagged", id: to.id, path: to.path });
}

function joining(name: string, shown: string): Note {
  return {
    sentence: tell("done.joined", { name, shown }),
    photos: 1,
    finalBecause: tell("final.joined"),
  };
}

/** Writes down the companions of an entry, and has its metadata read again where a sidecar is not what it was. */
export function regroup(
  { db, feed, text }: Reconciler,
  place: DirectoryPlace,
  { main, companions }: FileGroup<FoundFile>,
): void {
  const { folderId, directory } = place;
  const photo = findPhoto(db, { folderId, directory, name: main.name });
  // Another entry took the file over in the same moment: the next look at the directory finds it.
  if (!photo) return;
  const known = listCompanions(db, photo.id);
  saveCompanions(db, photo.id, companions);
  if (!haveSameSidecars(known, companions)) markMetadataStale(db, photo.id);
  refreshText(db, photo.id, text);
  feed.report({ kind: "changed", id: photo.id, path: absolutePath(photo) });
}

function haveSameSidecars(known: readonly Companion[], found: readonly Companion[]): boolean {
  const [before, now] = [known, found].map((files) =>
    files.filter(({ role }) => role === "sidecar"),
  );
  return (
    before!.length === now!.length &&
    now!.every((file) =>
      before!.some((other) => other.name === file.name && hasSameStamp(other, file)),
    )
  );
}
