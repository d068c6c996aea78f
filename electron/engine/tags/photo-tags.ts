import type { PhotoId } from "../../contract/photo.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "../catalog/database.ts";
import {
  expectSameEdit,
  record,
  type Recorded,
  type Recording,
} from "../catalog/journal/journal.ts";
import type { EditOptions } from "../catalog/edit-options.ts";
import { refreshTexts } from "../catalog/photo-text.ts";
import { ensureTag, findBySynonym, findTag, type TagRow } from "../catalog/tags.ts";
import { toTagPath } from "./tag-name.ts";

/**
 * Gives the tag to the photos, as one entry of the journal; the spelling of the first use is kept, and a synonym stands
 * for its tag. Answers with the photos that did not have it as the user's own: an imported one becomes the user's. On the disk when this returns.
 */
export function addTag(
  db: Database,
  tag: string,
  photos: readonly PhotoId[],
  options: EditOptions,
): Recorded {
  const path = toOwnPath(db, tag);
  const sentence = (count: number) => tell("done.tag.added", { tag: path, count });
  return giveTag(db, { path, photos, sentence }, options);
}

/** The path of a tag that is typed; a synonym stands for its tag. */
export function toOwnPath(db: Database, tag: string): string {
  const path = toTagPath(tag);
  return findBySynonym(db, path)?.path ?? path;
}

/** What is to be given to photos; `path` as {@link toTagPath} has it. */
export interface TagGift extends Pick<Recording, "sentence"> {
  readonly path: string;
  readonly photos: readonly PhotoId[];
}

/** The same with a sentence of its own. */
export function giveTag(
  db: Database,
  { path, photos, sentence }: TagGift,
  options: EditOptions,
): Recorded {
  return db.durably(() => {
    expectSameEdit(db, options.entry, sentence);
    const tagId = ensureTag(db, path);
    const recorded = record(
      db,
      { touches: [{ kind: "tag", keys: [tagId], photos }], sentence, entry: options.entry },
      () =>
        db.run(
          // The word WHERE also tells SQLite that ON belongs to the conflict and not to a join.
          `INSERT INTO photo_tag (photo_id, tag_id, added_at_ms)
           SELECT id, ?, ? FROM photo WHERE id IN (SELECT value FROM json_each(?))
           ON CONFLICT (photo_id, tag_id) DO UPDATE SET origin = 'user' WHERE origin = 'file'`,
          [tagId, Date.now(), JSON.stringify(photos)],
        ),
    );
    if (recorded.entry !== undefined)
      db.run("UPDATE tag SET used_at_ms = ? WHERE id = ?", [Date.now(), tagId]);
    refreshTexts(db, recorded.changed, options);
    return recorded;
  });
}

/** How many of the photos have the tag as the user's own. */
export function countTagged(db: Database, path: string, photos: readonly PhotoId[]): number {
  const tagId = findTag(db, path)?.id;
  if (tagId === undefined) return 0;
  return db.get<{ count: number }>(
    `SELECT count(*) AS count FROM photo_tag
     WHERE tag_id = ? AND origin = 'user' AND photo_id IN (SELECT value FROM json_each(?))`,
    [tagId, JSON.stringify(photos)],
  )!.count;
}

/** Takes the tag from the photos that have it and answers with them; the rest is as with {@link addTag}. */
export function removeTag(
  db: Database,
  tag: string,
  photos: readonly PhotoId[],
  options: EditOptions,
): Recorded {
  const known = findNamed(db, toTagPath(tag));
  if (!known) return { entry: undefined, changed: [] };
  const { id: tagId, path } = known;
  return db.durably(() => {
    const sentence = (count: number) => tell("done.tag.removed", { tag: path, count });
    expectSameEdit(db, options.entry, sentence);
    const recorded = record(
      db,
      { touches: [{ kind: "tag", keys: [tagId], photos }], sentence, entry: options.entry },
      () =>
        db.run(
          "DELETE FROM photo_tag WHERE tag_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
          [tagId, JSON.stringify(photos)],
        ),
    );
    refreshTexts(db, recorded.changed, options);
    return recorded;
  });
}

/** The tag of this path, or the one that it is a synonym of. */
export function findNamed(db: Database, path: string): TagRow | undefined {
  return findTag(db, path) ?? findBySynonym(db, path);
}
