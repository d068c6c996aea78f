/**
 * @file Which photos are in an album made by hand, and in what order. Each change is an entry of the journal and on the disk when its
 * function returns; all answer with the photos that really changed. A smart album throws `album-invalid`.
 */
import type { AlbumId } from "../../contract/album.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { toldError } from "../../texts/told-error.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import { record, type Recorded, type Recording } from "../catalog/journal/journal.ts";
import { getAlbum, type AlbumRow } from "./albums.ts";
import { planPlaces, type PlacedPhoto } from "./places.ts";
import { insertPlaces, readMembers } from "./read-members.ts";

const NOTHING: Recorded = { entry: undefined, changed: [] };

/** Photos that are in it already stay where they are; the others go before `before`, or to the end. */
export function addToAlbum(
  db: Database,
  id: AlbumId,
  {
    photos,
    before,
  }: { readonly photos: readonly PhotoId[]; readonly before?: PhotoId | undefined },
): Recorded {
  const album = getHandMade(db, id);
  const members = readMembers(db, id);
  const known = new Set(members.map((member) => member.id));
  const arriving = [...new Set(photos)].filter((photo) => !known.has(photo));
  if (arriving.length === 0) return NOTHING;
  return place(db, {
    album,
    places: planPlaces(members, arriving, before),
    photos: arriving,
    sentence: (count) => tell("done.album.added", { count, album: album.name }),
  });
}

/** Photos that are not in it are left out. */
export function removeFromAlbum(db: Database, id: AlbumId, photos: readonly PhotoId[]): Recorded {
  const { name } = getHandMade(db, id);
  return record(
    db,
    {
      touches: [{ kind: "album-photo", keys: [id], photos }],
      sentence: (count) => tell("done.album.removed", { count, album: name }),
    },
    () =>
      db.run(
        "DELETE FROM album_photo WHERE album_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
        [id, JSON.stringify(photos)],
      ),
  );
}

/**
 * Puts photos of the album, in the order given, before another one; null: at the end. Photos that are not in it are left
 * out; where `before` is one that moves, they go to where the next that stays is.
 */
export function moveInAlbum(
  db: Database,
  id: AlbumId,
  { photos, before }: { readonly photos: readonly PhotoId[]; readonly before: PhotoId | null },
): Recorded {
  const album = getHandMade(db, id);
  const members = readMembers(db, id);
  const known = new Set(members.map((member) => member.id));
  const moving = new Set(photos.filter((photo) => known.has(photo)));
  const from = members.findIndex((member) => member.id === before);
  if (before !== null && from < 0) {
    throw new LibraryError(
      "photo-unknown",
      `expected a photo of the album ${album.name} to move others before but ${before} is none`,
    );
  }
  const next = from < 0 ? undefined : members.slice(from).find((member) => !moving.has(member.id));
  const staying = members.filter((member) => !moving.has(member.id));
  const order = [...moving];
  if (isInPlace(members, order, next)) return NOTHING;
  return place(db, {
    album,
    places: planPlaces(staying, order, next?.id),
    photos: order,
    sentence: (count) => tell("done.album.moved", { count, album: album.name }),
  });
}

/** Whether the photos are in a row, in this order, before `next` as it is. */
function isInPlace(
  members: readonly PlacedPhoto[],
  order: readonly PhotoId[],
  next: PlacedPhoto | undefined,
): boolean {
  const end = next ? members.indexOf(next) : members.length;
  const row = members.slice(Math.max(0, end - order.length), end);
  return row.length === order.length && row.every((member, at) => member.id === order[at]);
}

interface Placing {
  readonly album: AlbumRow;
  /** What it is about; others may have to make room. */
  readonly photos: readonly PhotoId[];
  readonly places: readonly PlacedPhoto[];
  readonly sentence: Recording["sentence"];
}

function place(db: Database, { album, photos, places, sentence }: Placing): Recorded {
  const meant = new Set(photos);
  const touched = places.map((placed) => placed.id);
  const { entry, changed } = record(
    db,
    {
      touches: [{ kind: "album-photo", keys: [album.id], photos: touched }],
      sentence: (count) => sentence(Math.min(count, meant.size)),
    },
    () => insertPlaces(db, album.id, places),
  );
  return { entry, changed: changed.filter((id) => meant.has(id)) };
}

function getHandMade(db: Database, id: AlbumId): AlbumRow {
  const album = getAlbum(db, id);
  if (album.query === null) return album;
  throw toldError("album-invalid", tell("refused.album.smart", { name: album.name }));
}
