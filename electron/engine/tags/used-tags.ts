/** @file Tags that are in use, as whole branches: what is done to a tag is done to everything below it. */
import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import type { TagDescription } from "../catalog/journal/tag-kinds.ts";
import { isInUse, type TagRow } from "../catalog/tags.ts";
import { findNamed } from "./photo-tags.ts";
import { toTagPath } from "./tag-name.ts";

/** The journal's place of a photo, for what is of none; see tag-kinds.ts. */
export const TAG_ITSELF: readonly PhotoId[] = [0 as PhotoId];

/** The tag of this name or synonym. `tag-unknown` where no photo has it or one below it, and nothing is said of it. */
export function findUsed(db: Database, text: string): TagRow {
  const tag = findNamed(db, toTagPath(text));
  if (tag && isInUse(db, tag.id)) return tag;
  throw new LibraryError(
    "tag-unknown",
    `expected a tag of the library but got ${JSON.stringify(text)}`,
  );
}

/** The tag and all below it. */
export function listBranch(db: Database, id: number): number[] {
  const rows = db.all<{ id: number }>("SELECT tag_id AS id FROM tag_above WHERE above_id = ?", [
    id,
  ]);
  return rows.map((row) => row.id);
}

/** Tags right below this one that are in use. */
export function listChildren(db: Database, parent: TagRow): TagRow[] {
  return db
    .all<TagRow>(
      `SELECT id, path, key FROM tag_above JOIN tag ON tag.id = tag_id
       WHERE above_id = ?1 AND tag_id <> ?1 AND instr(substr(key, length(?2) + 2), '/') = 0 ORDER BY key`,
      [parent.id, parent.key],
    )
    .filter(({ id }) => isInUse(db, id));
}

/** Photos with one of the tags, present or not. */
export function listTagged(db: Database, tags: readonly number[], origin?: "file"): PhotoId[] {
  // A photo has a tag once, and telling many apart takes as long as reading them.
  const distinct = tags.length > 1 ? "DISTINCT" : "";
  const ofOrigin = origin === undefined ? "" : "WHERE origin = ?2";
  // One row holds everything: a hundred thousand of them take five times as long.
  const { ids } = db.get<{ ids: string }>(
    `SELECT json_group_array(${distinct} photo_id) AS ids
     FROM json_each(?1) AS wanted CROSS JOIN photo_tag ON tag_id = wanted.value ${ofOrigin}`,
    [JSON.stringify(tags), ...(origin === undefined ? [] : [origin])],
  )!;
  return JSON.parse(ids) as PhotoId[];
}

/** Photos that are there with the tag or one below it, each once. */
export function countBelow(db: Database, id: number): number {
  return db.get<{ count: number }>(
    `SELECT coalesce(sum(below), 0) AS count FROM tag_count
     WHERE tag_id = ? AND folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL)`,
    [id],
  )!.count;
}

export function readDescription(db: Database, id: number): TagDescription {
  const { favourite } = db.get<{ favourite: number | null }>(
    "SELECT favourite FROM tag WHERE id = ?",
    [id],
  )!;
  const words = db.all<{ word: string }>(
    "SELECT word FROM tag_synonym WHERE tag_id = ? ORDER BY key",
    [id],
  );
  return { synonyms: words.map(({ word }) => word), favourite };
}
