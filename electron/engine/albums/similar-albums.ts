/** @file Albums of similar photos: smart albums that hold what is like their examples. Names and failures as in albums.ts. */
import type { AlbumCover, AlbumId, AlbumSimilar } from "../../contract/album.ts";
import { LibraryError } from "../../contract/errors.ts";
import { toKeptToken } from "../../contract/kept-picture.ts";
import {
  readQuestions,
  writeQuestion,
  type StoredExample,
  type StoredQuestion,
} from "../catalog/album-questions.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import { checkNarrowing } from "../search/smart-albums.ts";
import { changeAlbum, getAlbum, makeAlbum, toFreeName, type AlbumChange } from "./albums.ts";

export interface SimilarContents {
  readonly question: StoredQuestion;
  /** Among which photos; "" for all. */
  readonly query: string;
}

/** Narrowed by what is no search, throws `query-invalid`. */
export function createSimilarAlbum(
  db: Database,
  given: string,
  { question, query }: SimilarContents,
): AlbumChange {
  const name = toFreeName(db, given);
  checkNarrowing(query, db);
  return makeAlbum(db, { name, query, question, places: [] }, () =>
    tell("done.album.made.similar", { album: name }),
  );
}

/** `query-invalid` as with {@link createSimilarAlbum}. */
export function setSimilarQuestion(
  db: Database,
  id: AlbumId,
  { question, query }: SimilarContents,
): AlbumChange {
  const album = getAlbum(db, id);
  if (!album.isSimilar) {
    throw new LibraryError(
      "album-invalid",
      `expected an album of similar photos but ${album.name} is another one`,
    );
  }
  checkNarrowing(query, db);
  return changeAlbum(db, album, {
    sentence: tell("done.album.similar", { album: album.name }),
    work: () => {
      db.run("UPDATE album SET query = ? WHERE id = ?", [query, id]);
      writeQuestion(db, id, question);
    },
  });
}

export interface DescribedSimilar {
  readonly similar: AlbumSimilar;
  /** The first photo that it is like. */
  readonly cover: AlbumCover | null;
  readonly problem: string | null;
}

/** What every album of similar photos is like, by album. */
export function describeSimilar(db: Database): Map<AlbumId, DescribedSimilar> {
  return new Map(
    [...readQuestions(db)].map(([id, { depth, edited, examples }]) => [
      id,
      {
        similar: { examples: examples.map(toExample), depth, edited: edited === 1 },
        cover: readCover(db, examples),
        problem: problemOf(examples),
      },
    ]),
  );
}

function toExample({ photo, picture, name, weight, region }: StoredExample) {
  const shown = { name, weight, ...(region && { region }) };
  if (photo !== null) return { of: { photo }, ...shown } as const;
  if (picture === null) return { of: null, ...shown } as const;
  return { of: { picture: toKeptToken(picture), fingerprint: picture }, ...shown } as const;
}

function readCover(db: Database, examples: readonly StoredExample[]): AlbumCover | null {
  const first = examples.find(({ photo, weight }) => photo !== null && weight > 0);
  const cover = db.get<AlbumCover>(
    `SELECT id, fingerprint, turn FROM photo
     WHERE id = ? AND fingerprint IS NOT NULL AND width_px IS NOT NULL`,
    [first?.photo ?? null],
  );
  return cover ?? null;
}

function problemOf(examples: readonly StoredExample[]): string | null {
  const isGone = ({ photo, picture }: StoredExample) => photo === null && picture === null;
  const gone = examples.filter(isGone).map(({ name }) => `“${name}”`);
  if (gone.length === 0) return null;
  const hasLiked = examples.some((example) => example.weight > 0 && !isGone(example));
  const are = gone.length === 1 ? "is" : "are";
  const rest = hasLiked
    ? "It goes by its other examples."
    : "There is nothing left that it could be similar to.";
  return `${gone.join(", ")} ${are} no longer in the library. ${rest}`;
}
