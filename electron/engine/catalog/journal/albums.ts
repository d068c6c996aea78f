/**
 * @file The journal's kind for albums themselves: their name, query and cover, and what they are like. Key: the album's row id; no photo, so
 * 0 in the place of one. Null: there is no such album, or it is deleted. Which photos are in it is a kind of its own.
 */
import { foldText } from "../../../contract/fold-text.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { QUESTION, writeQuestion, type StoredQuestion } from "../album-questions.ts";
import type { Database } from "../database.ts";
import type { ChangeKind } from "./change-kinds.ts";

interface AlbumValue {
  readonly name: string;
  readonly query: string | null;
  readonly cover: number | null;
  /** Only in albums of similar photos. */
  readonly similar?: StoredQuestion;
}

/** SQL: what every album has. */
const COMMON = "'name', name, 'query', query, 'cover', cover_photo_id";

export const albums: ChangeKind = {
  read: `SELECT CAST(id AS TEXT) AS key, 0 AS photo_id,
      CASE WHEN similar_depth IS NULL THEN json_object(${COMMON})
        ELSE json_object(${COMMON}, 'similar', ${QUESTION}) END AS value FROM album
    WHERE name IS NOT NULL AND 0 IN (SELECT value FROM json_each(?1))
      AND (?2 IS NULL OR id IN (SELECT CAST(value AS INTEGER) FROM json_each(?2)))`,
  put(db, { key, value }) {
    const id = Number(key);
    if (value === null) hide(db, id);
    else show(db, id, JSON.parse(value) as AlbumValue);
    return [];
  },
};

/** Its photos were taken out by the same entry; others would be in an album that nobody sees. */
function hide(db: Database, id: number): void {
  if (db.get("SELECT 1 FROM album_photo WHERE album_id = ? LIMIT 1", [id])) {
    throw toldError("undo-impossible", tell("refused.undo.album.photos"));
  }
  writeQuestion(db, id, null);
  db.run("UPDATE album SET name = NULL, key = NULL WHERE id = ?", [id]);
}

function show(db: Database, id: number, { name, query, cover, similar }: AlbumValue): void {
  const key = foldText(name);
  if (db.get("SELECT 1 FROM album WHERE key = ? AND id <> ?", [key, id])) {
    throw toldError("undo-impossible", tell("refused.undo.album.name", { name }));
  }
  db.run(
    `INSERT INTO album (id, name, key, query, cover_photo_id)
     VALUES (?1, ?2, ?3, ?4, (SELECT id FROM photo WHERE id = ?5))
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key, query = excluded.query,
       cover_photo_id = excluded.cover_photo_id`,
    [id, name, key, query, cover],
  );
  writeQuestion(db, id, similar ?? null);
}
