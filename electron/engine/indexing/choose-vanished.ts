import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { hasUserData, type PhotoRow } from "../catalog/photos.ts";
import {
  areKeptApart,
  describeUserData,
  listMissing,
  listFormerHolders,
  type Content,
  type MissingFilter,
} from "../catalog/same-files.ts";
import { createIsLeftOut } from "./left-out.ts";

/** Entries that have lost a file like this one, read as far as somebody goes on. */
type Vanished = (filter?: MissingFilter) => Iterable<PhotoRow>;

/**
 * The entry that a file belongs to, of those that are missing, or whose file was replaced, and had its content. With several such
 * twins: the one with the same inode, else the one with the same name, else none, because a wrong guess puts tags on the
 * wrong photo; unless the user entered the same for all of them, so that no guess is wrong. Where only one answer is of use, `wanted`
 * is that entry: then another may be told as none.
 */
export function chooseVanished(
  db: Database,
  photo: PhotoRow,
  content: Content,
  wanted?: PhotoId,
): PhotoRow | undefined {
  const vanished = vanishedLike(db, photo, content);
  const [first, second] = take(2, vanished());
  if (!second) return first;
  const one =
    onlyOf(vanished({ fileKey: photo.fileKey })) ?? onlyOf(vanished({ name: photo.name }));
  if (one) return one;
  if (wanted !== undefined && first!.id !== wanted) return undefined;
  return isSameForAll(db, first!, vanished) ? first : undefined;
}

function vanishedLike(db: Database, photo: PhotoRow, content: Content): Vanished {
  const isLeftOut = createIsLeftOut(db);
  return function* (filter) {
    const mayBe = (twin: PhotoRow) =>
      twin.id !== photo.id && !areKeptApart(db, twin.id, photo.id) && !isLeftOut(twin);
    for (const twin of listMissing(db, content, filter)) if (mayBe(twin)) yield twin;
    if (content.column !== "fingerprint") return;
    for (const twin of listFormerHolders(db, content.value, filter)) if (mayBe(twin)) yield twin;
  };
}

/** Mostly there is nothing for any of them, and the catalog finds none that differs. */
function isSameForAll(db: Database, first: PhotoRow, vanished: Vanished): boolean {
  const data = describeUserData(db, first.id);
  const others = hasUserData(db, first.id) ? vanished() : vanished({ hasUserData: true });
  for (const { id } of others) if (describeUserData(db, id) !== data) return false;
  return true;
}

function onlyOf(photos: Iterable<PhotoRow>): PhotoRow | undefined {
  const [first, second] = take(2, photos);
  return second ? undefined : first;
}

/** The rest is not read. */
function take(count: number, photos: Iterable<PhotoRow>): PhotoRow[] {
  const some: PhotoRow[] = [];
  for (const photo of photos) {
    some.push(photo);
    if (some.length === count) break;
  }
  return some;
}
