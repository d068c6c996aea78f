/**
 * @file The journal's kinds for tags themselves. Key: the tag's row id; no photo, so 0 in the place of one, where nothing else is said.
 *
 * Because a tag's photos are told by its row id, a tag on a hundred thousand photos is renamed by one change.
 */
import { foldText } from "../../../contract/fold-text.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import type { Database } from "../database.ts";
import { markTagStale } from "../photo-text.ts";
import { isSetAside, moveTag, nameTaken, type TagPlace } from "../tag-tree.ts";
import { getTag } from "../tags.ts";
import type { ChangeKind } from "./change-kinds.ts";

const CHOSEN = `0 IN (SELECT value FROM json_each(?1))
  AND (?2 IS NULL OR tag.id IN (SELECT CAST(value AS INTEGER) FROM json_each(?2)))`;

/** A tag's name and what it is below of; see {@link TagPlace}. What is below it goes with it, and is no change of its own. */
export const tagPlaces: ChangeKind = {
  read: `SELECT CAST(tag.id AS TEXT) AS key, 0 AS photo_id, json_object(
      'parent', (SELECT id FROM tag AS parent WHERE parent.key = rtrim(rtrim(tag.key, replace(tag.key, '/', '')), '/')),
      'name', substr(path, length(rtrim(path, replace(path, '/', ''))) + 1)) AS value
    FROM tag WHERE ${CHOSEN}`,
  put(db, { key, value }) {
    if (value !== null) moveTag(db, Number(key), JSON.parse(value) as TagPlace);
    return [];
  },
};

/** That the user took over what a file said, by renaming its tag. Of the photos that have the tag. */
export const tagOrigins: ChangeKind = {
  read: `SELECT CAST(tag_id AS TEXT) AS key, photo_id, json_quote(origin) AS value FROM photo_tag
    WHERE photo_id IN (SELECT value FROM json_each(?1))
      AND (?2 IS NULL OR tag_id IN (SELECT CAST(value AS INTEGER) FROM json_each(?2)))`,
  put(db, { key, value, photos }) {
    if (value === null) return [];
    db.run(
      "UPDATE photo_tag SET origin = ? WHERE tag_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
      [JSON.parse(value) as string, Number(key), photos],
    );
    return [];
  },
};

/** What the user said of a tag. */
export interface TagDescription {
  /** Other words for it, by name. */
  readonly synonyms: readonly string[];
  /** The digit that gives it, 1 to 9. */
  readonly favourite: number | null;
}

export const tagDescriptions: ChangeKind = {
  read: `SELECT CAST(tag.id AS TEXT) AS key, 0 AS photo_id, json_object(
      'synonyms', json((SELECT json_group_array(word ORDER BY tag_synonym.key) FROM tag_synonym WHERE tag_id = tag.id)),
      'favourite', favourite) AS value
    FROM tag WHERE ${CHOSEN}`,
  put(db, { key, value }) {
    if (value !== null) describeTagRow(db, Number(key), JSON.parse(value) as TagDescription);
    return [];
  },
};

/** Writes what the user said of a tag. A favourite key is taken from the tag that has it; `undo-conflict` where a synonym is another's. */
export function describeTagRow(
  db: Database,
  id: number,
  { synonyms, favourite }: TagDescription,
): void {
  db.run("DELETE FROM tag_synonym WHERE tag_id = ?", [id]);
  for (const word of synonyms) {
    const other = db.get<{ path: string }>(
      "SELECT path FROM tag_synonym JOIN tag ON tag.id = tag_id WHERE tag_synonym.key = ?",
      [foldText(word)],
    );
    if (other)
      throw toldError("undo-conflict", tell("refused.undo.synonym", { word, tag: other.path }));
    db.run("INSERT INTO tag_synonym (key, tag_id, word) VALUES (?, ?, ?)", [
      foldText(word),
      id,
      word,
    ]);
  }
  db.run("UPDATE tag SET favourite = NULL WHERE favourite = ? AND id <> ?", [favourite, id]);
  db.run("UPDATE tag SET favourite = ? WHERE id = ?", [favourite, id]);
  markTagStale(db, id);
}

/** A tag can be given again by an undo only while it has its name. */
export function named(kind: ChangeKind): ChangeKind {
  return {
    read: kind.read,
    put(db, change) {
      const tag = change.value === null ? undefined : getTag(db, Number(change.key));
      if (tag && isSetAside(tag)) throw nameTaken(tag.path);
      return kind.put(db, change);
    },
  };
}
