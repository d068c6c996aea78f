/**
 * @file Albums and smart albums: making, naming and deleting them. Each change is an entry of the journal and on the disk when
 * its function returns. Names that are taken or impossible throw `album-invalid`, albums that are not there `album-unknown`.
 */
import type { AlbumId } from "../../contract/album.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { photosInWords, record, type Recorded, type Touch } from "../catalog/journal/journal.ts";
import { checkSmartQuery, nameAlbumAnew } from "../search/smart-albums.ts";
import { foldText } from "../../contract/fold-text.ts";
import { toAlbumName } from "./album-name.ts";
import { planPlaces } from "./places.ts";
import { insertPlaces, readMembers } from "./read-members.ts";

export interface AlbumRow {
  readonly id: AlbumId;
  readonly name: string;
  readonly query: string | null;
}

/** An album, and what became of photos. */
export interface AlbumChange extends Recorded {
  readonly album: AlbumRow;
}

/** The journal keeps what is about no photo under this number. */
const NO_PHOTO = 0 as PhotoId;

/** What is about the album itself. */
export function touchesAlbum(...ids: readonly AlbumId[]): Touch {
  return { kind: "album", keys: ids, photos: [NO_PHOTO] };
}

export function getAlbum(db: Database, id: AlbumId): AlbumRow {
  const album = db.get<AlbumRow>(
    "SELECT id, name, query FROM album WHERE id = ? AND name IS NOT NULL",
    [id],
  );
  if (album) return album;
  throw new LibraryError("album-unknown", `expected an album but there is none with number ${id}`);
}

/** Every album, by name. */
export function listAlbums(db: Database): AlbumRow[] {
  return db.all("SELECT id, name, query FROM album WHERE name IS NOT NULL ORDER BY key");
}

/** An album of these photos in this order. */
export function createAlbum(
  db: Database,
  given: string,
  photos: readonly PhotoId[] = [],
): AlbumChange {
  const name = toFreeName(db, given);
  const sentence = (count: number) =>
    `Made the album ${name}${count === 0 ? "" : ` of ${photosInWords(count)}`}`;
  return make(db, { name, query: null, places: planPlaces([], [...new Set(photos)]) }, sentence);
}

/** A query that is none, or that would make an album a part of itself, throws `query-invalid`. */
export function createSmartAlbum(db: Database, given: string, query: string): AlbumChange {
  const name = toFreeName(db, given);
  checkSmartQuery({ name, query }, db);
  return make(db, { name, query, places: [] }, () => `Made the smart album ${name}`);
}

/** Under the next free name: "Best copy", "Best copy 2". */
export function duplicateAlbum(db: Database, id: AlbumId): AlbumChange {
  const album = getAlbum(db, id);
  let name = `${album.name} copy`;
  for (let count = 2; isTaken(db, name); count += 1) name = `${album.name} copy ${count}`;
  const places = readMembers(db, id);
  return make(
    db,
    { name, query: album.query, places },
    () => `Copied the album ${album.name} as ${name}`,
  );
}

/** Smart albums that name it are changed with it, so that they find what they found. */
export function renameAlbum(db: Database, id: AlbumId, given: string): AlbumChange {
  const album = getAlbum(db, id);
  const name = toFreeName(db, given, id);
  const following = listAlbums(db).flatMap((other) => {
    const query = other.query === null ? null : nameAlbumAnew(other.query, album.name, name);
    return query === null || query === other.query ? [] : [{ id: other.id, query }];
  });
  const recorded = record(
    db,
    {
      touches: [touchesAlbum(id, ...following.map((other) => other.id))],
      sentence: () => `Renamed the album ${album.name} to ${name}`,
    },
    () => {
      db.run("UPDATE album SET name = ?, key = ? WHERE id = ?", [name, foldText(name), id]);
      for (const other of following)
        db.run("UPDATE album SET query = ? WHERE id = ?", [other.query, other.id]);
    },
  );
  return { album: { ...album, name }, ...recorded };
}

export function deleteAlbum(db: Database, id: AlbumId): AlbumChange {
  const album = getAlbum(db, id);
  const photos = readMembers(db, id).map((member) => member.id);
  const recorded = record(
    db,
    {
      // In this order it is undone the other way round: photos need their album.
      touches: [{ kind: "album-photo", keys: [id], photos }, touchesAlbum(id)],
      sentence: () => `Deleted the album ${album.name}`,
    },
    () => {
      db.run("DELETE FROM album_photo WHERE album_id = ?", [id]);
      db.run("UPDATE album SET name = NULL, key = NULL WHERE id = ?", [id]);
    },
  );
  return { album, ...recorded };
}

/** `query-invalid` as with {@link createSmartAlbum}. */
export function setAlbumQuery(db: Database, id: AlbumId, query: string): AlbumChange {
  const album = getAlbum(db, id);
  if (album.query === null) {
    throw new LibraryError(
      "album-invalid",
      `expected a smart album but ${album.name} is one of photos chosen by hand`,
    );
  }
  checkSmartQuery({ ...album, query }, db);
  return change(db, album, {
    sentence: `Changed the search of the smart album ${album.name}`,
    work: () => db.run("UPDATE album SET query = ? WHERE id = ?", [query, id]),
  });
}

/** Null: its first photo. Which photos a smart album finds changes, so that any photo may stand for it. */
export function setAlbumCover(db: Database, id: AlbumId, photo: PhotoId | null): AlbumChange {
  const album = getAlbum(db, id);
  if (photo !== null && !db.get("SELECT 1 FROM photo WHERE id = ?", [photo])) {
    throw new LibraryError(
      "photo-unknown",
      `expected a photo of the library but there is none with id ${photo}`,
    );
  }
  return change(db, album, {
    sentence: `Chose another cover for the album ${album.name}`,
    work: () => db.run("UPDATE album SET cover_photo_id = ? WHERE id = ?", [photo, id]),
  });
}

function change(
  db: Database,
  album: AlbumRow,
  { sentence, work }: { readonly sentence: string; readonly work: () => void },
): AlbumChange {
  const recording = { touches: [touchesAlbum(album.id)], sentence: () => sentence };
  return { album, ...record(db, recording, work) };
}

function make(
  db: Database,
  { name, query, places }: Omit<AlbumRow, "id"> & { places: ReturnType<typeof planPlaces> },
  sentence: (count: number) => string,
): AlbumChange {
  return db.durably(() => {
    // The journal keeps what it reads under the id, which is known only when there is a row.
    const id = db.insert("INSERT INTO album (query) VALUES (?)", [query]) as AlbumId;
    const photos = places.map((place) => place.id);
    const recorded = record(
      db,
      { touches: [touchesAlbum(id), { kind: "album-photo", keys: [id], photos }], sentence },
      () => {
        db.run("UPDATE album SET name = ?, key = ? WHERE id = ?", [name, foldText(name), id]);
        insertPlaces(db, id, places);
      },
    );
    return { album: { id, name, query }, ...recorded };
  });
}

function toFreeName(db: Database, given: string, own?: AlbumId): string {
  const name = toAlbumName(given);
  if (!isTaken(db, name, own)) return name;
  throw new LibraryError(
    "album-invalid",
    `expected a name that no other album has but there is one called ${name}`,
  );
}

function isTaken(db: Database, name: string, own?: AlbumId): boolean {
  return (
    db.get("SELECT 1 FROM album WHERE key = ? AND id <> ?", [foldText(name), own ?? 0]) !==
    undefined
  );
}
