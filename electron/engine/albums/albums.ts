/**
 * @file Albums and smart albums: making, naming and deleting them. Each change is an entry of the journal and on the disk when
 * its function returns. Names that are taken or impossible throw `album-invalid`, albums that are not there `album-unknown`.
 */
import type { AlbumId } from "../../contract/album.ts";
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";
import { readQuestions, writeQuestion, type StoredQuestion } from "../catalog/album-questions.ts";
import type { Database } from "../catalog/database.ts";
import { record, type Recorded, type Recording, type Touch } from "../catalog/journal/journal.ts";
import { checkNarrowing, checkSmartQuery, nameAlbumAnew } from "../search/smart-albums.ts";
import { foldText } from "../../contract/fold-text.ts";
import { toldError } from "../../texts/told-error.ts";
import { toAlbumName } from "./album-name.ts";
import { planPlaces } from "./places.ts";
import { insertPlaces, readMembers } from "./read-members.ts";

export interface AlbumRow {
  readonly id: AlbumId;
  readonly name: string;
  readonly query: string | null;
  /** 1: it holds what is similar to its examples; see similar-albums.ts. */
  readonly isSimilar: 0 | 1;
}

/** An album, and what became of photos. */
export interface AlbumChange extends Recorded {
  readonly album: AlbumRow;
}

/** SQL: an {@link AlbumRow}. */
const ROW = "SELECT id, name, query, similar_depth IS NOT NULL AS isSimilar FROM album";

/** The journal keeps what is about no photo under this number. */
const NO_PHOTO = 0 as PhotoId;

/** What is about the album itself. */
export function touchesAlbum(...ids: readonly AlbumId[]): Touch {
  return { kind: "album", keys: ids, photos: [NO_PHOTO] };
}

export function getAlbum(db: Database, id: AlbumId): AlbumRow {
  const album = db.get<AlbumRow>(`${ROW} WHERE id = ? AND name IS NOT NULL`, [id]);
  if (album) return album;
  throw new LibraryError("album-unknown", `expected an album but there is none with number ${id}`);
}

/** Every album, by name. */
export function listAlbums(db: Database): AlbumRow[] {
  return db.all(`${ROW} WHERE name IS NOT NULL ORDER BY key`);
}

/** An album of these photos in this order. */
export function createAlbum(
  db: Database,
  given: string,
  photos: readonly PhotoId[] = [],
): AlbumChange {
  const name = toFreeName(db, given);
  const sentence = (count: number) =>
    count === 0
      ? tell("done.album.made", { album: name })
      : tell("done.album.made.with", { album: name, count });
  return makeAlbum(
    db,
    { name, query: null, places: planPlaces([], [...new Set(photos)]) },
    sentence,
  );
}

/** A query that is none, or that would make an album a part of itself, throws `query-invalid`. */
export function createSmartAlbum(db: Database, given: string, query: string): AlbumChange {
  const name = toFreeName(db, given);
  checkSmartQuery({ name, query }, db);
  return makeAlbum(db, { name, query, places: [] }, () =>
    tell("done.album.made.smart", { album: name }),
  );
}

/** Under the next free name from `wanted` on: "Best copy", "Best copy 2". `album-invalid` where it is no name. */
export function duplicateAlbum(db: Database, id: AlbumId, wanted?: string): AlbumChange {
  const album = getAlbum(db, id);
  const first = toAlbumName(wanted ?? `${album.name} copy`);
  let name = first;
  for (let count = 2; isTaken(db, name); count += 1) name = `${first} ${count}`;
  const places = readMembers(db, id);
  const question = readQuestions(db).get(id);
  return makeAlbum(db, { name, query: album.query, places, ...(question && { question }) }, () =>
    tell("done.album.copied", { album: album.name, copy: name }),
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
      sentence: () => tell("done.album.renamed", { album: album.name, name }),
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
      sentence: () => tell("done.album.deleted", { album: album.name }),
    },
    () => {
      db.run("DELETE FROM album_photo WHERE album_id = ?", [id]);
      writeQuestion(db, id, null);
      db.run("UPDATE album SET name = NULL, key = NULL WHERE id = ?", [id]);
    },
  );
  return { album, ...recorded };
}

/** `query-invalid` as with {@link createSmartAlbum}. */
export function setAlbumQuery(db: Database, id: AlbumId, query: string): AlbumChange {
  const album = getAlbum(db, id);
  if (album.query === null) {
    throw toldError("album-invalid", tell("refused.album.by-hand", { name: album.name }));
  }
  if (album.isSimilar) checkNarrowing(query, db);
  else checkSmartQuery({ ...album, query }, db);
  return changeAlbum(db, album, {
    sentence: tell("done.album.query", { album: album.name }),
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
  return changeAlbum(db, album, {
    sentence: tell("done.album.cover", { album: album.name }),
    work: () => db.run("UPDATE album SET cover_photo_id = ? WHERE id = ?", [photo, id]),
  });
}

/** An entry of the history about the album itself. */
export function changeAlbum(
  db: Database,
  album: AlbumRow,
  { sentence, work }: { readonly sentence: Told; readonly work: () => void },
): AlbumChange {
  const recording = { touches: [touchesAlbum(album.id)], sentence: () => sentence };
  return { album, ...record(db, recording, work) };
}

interface NewAlbum extends Pick<AlbumRow, "name" | "query"> {
  readonly places: ReturnType<typeof planPlaces>;
  /** Of an album of similar photos. */
  readonly question?: StoredQuestion;
}

/** An album whose name is free and whose contents are sound. */
export function makeAlbum(
  db: Database,
  { name, query, places, question }: NewAlbum,
  sentence: Recording["sentence"],
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
        if (question) writeQuestion(db, id, question);
      },
    );
    return { album: { id, name, query, isSimilar: question ? 1 : 0 }, ...recorded };
  });
}

/** As it is kept. */
export function toFreeName(db: Database, given: string, own?: AlbumId): string {
  const name = toAlbumName(given);
  if (!isTaken(db, name, own)) return name;
  throw toldError("album-invalid", tell("refused.album.taken", { name }));
}

function isTaken(db: Database, name: string, own?: AlbumId): boolean {
  return (
    db.get("SELECT 1 FROM album WHERE key = ? AND id <> ?", [foldText(name), own ?? 0]) !==
    undefined
  );
}
