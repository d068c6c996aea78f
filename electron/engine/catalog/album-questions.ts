/** @file What the smart albums of similar photos are like: their examples, and how they are compared. */
import type { AlbumId } from "../../contract/album.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Region } from "../../contract/similar.ts";
import type { Database } from "./database.ts";

/** One with neither photo nor picture was forgotten with its photo. */
export interface StoredExample {
  readonly photo: PhotoId | null;
  /** Of a picture from outside: the SHA-256 of its file. */
  readonly picture: string | null;
  readonly name: string;
  readonly weight: number;
  readonly region: Region | null;
}

export interface StoredQuestion {
  readonly depth: number;
  readonly edited: 0 | 1;
  readonly examples: readonly StoredExample[];
}

/** SQL over a row of album: a {@link StoredQuestion} as JSON. */
export const QUESTION = `json_object('depth', similar_depth, 'edited', similar_edited, 'examples', (
  SELECT json_group_array(json_object('photo', photo_id, 'picture', picture, 'name', example.name,
    'weight', weight, 'region', json(region)) ORDER BY place)
  FROM album_example AS example WHERE example.album_id = album.id))`;

/** Of every album of similar photos that is not deleted. */
export function readQuestions(db: Database): Map<AlbumId, StoredQuestion> {
  const rows = db.all<{ id: AlbumId; question: string }>(
    `SELECT id, ${QUESTION} AS question FROM album WHERE similar_depth IS NOT NULL AND name IS NOT NULL`,
  );
  return new Map(rows.map(({ id, question }) => [id, JSON.parse(question) as StoredQuestion]));
}

/** In the place of what the album was like; null makes it like nothing. Photos that are gone stay as forgotten ones. */
export function writeQuestion(db: Database, id: number, question: StoredQuestion | null): void {
  db.run("DELETE FROM album_example WHERE album_id = ?", [id]);
  db.run("UPDATE album SET similar_depth = ?, similar_edited = ? WHERE id = ?", [
    question?.depth ?? null,
    question?.edited ?? null,
    id,
  ]);
  for (const [place, example] of (question?.examples ?? []).entries()) {
    const { photo, picture, name, weight, region } = example;
    db.run(
      `INSERT INTO album_example (album_id, place, photo_id, picture, name, weight, region)
       VALUES (?, ?, (SELECT id FROM photo WHERE id = ?), ?, ?, ?, ?)`,
      [id, place, photo, picture, name, weight, region && JSON.stringify(region)],
    );
  }
}
