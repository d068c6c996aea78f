/**
 * @file What is above what among the tags, and how many photos have a tag or one below it.
 *
 * [Note: Tag counts] A photo with Places/Portugal and Places/Portugal/Lisbon counts once for Portugal, so the counts of a tree are
 * no sums of its leaves', and counting a million photos anew takes seconds. So triggers keep them in tag_count with every tag that is given
 * or taken and every photo that comes or goes; see the migration of the tag tree. What is done to a tag itself is counted here, many photos at
 * once in count-once.ts.
 */
import type { LibraryError } from "../../contract/errors.ts";
import { foldText } from "../../contract/fold-text.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import { countAllTags } from "./count-all-tags.ts";
import type { Database } from "./database.ts";
import { markTagStale } from "./photo-text.ts";
import { ensureTag, findByKey, getTag, isInUse, setTagPath, type TagRow } from "./tags.ts";

/** Where a tag is in the tree. */
export interface TagPlace {
  /** The row id of the tag above it; null at the top. */
  readonly parent: number | null;
  /** Its last level. */
  readonly name: string;
}

/** No path holds it, so that a key with it is nobody else's. */
const ASIDE = "\u0001";

/**
 * Gives a tag another name or another place, with everything below it; its photos keep their rows. `undo-conflict` where the name is
 * another tag's that is in use.
 *
 * [Note: Set aside] A tag that nothing has any more may stand in the way with its name, and cannot go, because entries of the journal
 * name it. It is set aside under a key that no path has, and gets its own back when the name is free again.
 */
export function moveTag(db: Database, id: number, { parent: parentId, name }: TagPlace): void {
  const tag = getTag(db, id)!;
  const parent = parentId === null ? undefined : getTag(db, parentId)!;
  const path = parent ? `${parent.path}/${name}` : name;
  const key = parent ? `${parent.key}/${foldText(name)}` : foldText(name);
  if (isSetAside(tag) || (parent && isSetAside(parent))) throw nameTaken(tag.path);
  if (parent && `${parent.key}/`.startsWith(`${tag.key}/`))
    throw toldError(
      "undo-conflict",
      tell("refused.tag.inside", { parent: parent.path, tag: tag.path }),
    );
  const holder = findByKey(db, key);
  if (holder && holder.id !== id) {
    if (isInUse(db, holder.id)) throw nameTaken(path);
    setTagPath(db, holder, { path: holder.path, key: asideKey(holder) });
  }
  hangUnder(db, tag, parent);
  setTagPath(db, tag, { path, key });
  if (key !== tag.key) takeBack(db, tag.key);
  markTagStale(db, id);
}

/** The key of a tag while another has its name. See [Note: Set aside]. */
export function asideKey({ id, key }: Pick<TagRow, "id" | "key">): string {
  return `${key}${ASIDE}${id}`;
}

/** Whether the tag is without its name for now. See [Note: Set aside]. */
export function isSetAside({ key }: TagRow): boolean {
  return key.includes(ASIDE);
}

export function nameTaken(path: string): LibraryError {
  return toldError("undo-conflict", tell("refused.tag.taken", { tag: path }));
}

/** The name is free: the tag that was set aside for it gets it back. */
function takeBack(db: Database, key: string): void {
  const aside = db.get<TagRow>(
    "SELECT id, path, key FROM tag WHERE key = ?1 || ?2 || id ORDER BY id LIMIT 1",
    [key, ASIDE],
  );
  if (aside) setTagPath(db, aside, { path: aside.path, key });
}

/** What is above the tag, and with it above everything below it, is now the parent with all that is above that one. */
function hangUnder(db: Database, tag: TagRow, parent: TagRow | undefined): void {
  const before = aboveOf(db, tag.id).filter((id) => id !== tag.id);
  const after = parent ? aboveOf(db, parent.id) : [];
  const gone = JSON.stringify(before.filter((id) => !after.includes(id)));
  const come = JSON.stringify(after.filter((id) => !before.includes(id)));
  countMoved(db, { tag, above: gone, sign: -1 });
  db.run(
    `DELETE FROM tag_above WHERE above_id IN (SELECT value FROM json_each(?2))
       AND tag_id IN (SELECT tag_id FROM tag_above WHERE above_id = ?1)`,
    [tag.id, gone],
  );
  db.run(
    `INSERT INTO tag_above (tag_id, above_id)
     SELECT tag_id, value FROM tag_above CROSS JOIN json_each(?2) WHERE above_id = ?1`,
    [tag.id, come],
  );
  countMoved(db, { tag, above: come, sign: 1 });
}

function aboveOf(db: Database, id: number): number[] {
  const rows = db.all<{ id: number }>("SELECT above_id AS id FROM tag_above WHERE tag_id = ?", [
    id,
  ]);
  return rows.map((row) => row.id);
}

/** Photos that count for a tag of `above` (a JSON array of row ids) only because of this one or of what is below it. */
function countMoved(
  db: Database,
  { tag, above, sign }: { readonly tag: TagRow; readonly above: string; readonly sign: 1 | -1 },
): void {
  if (above === "[]") return;
  db.run(
    `INSERT INTO tag_count (tag_id, folder_id, own, below)
     SELECT wide.value, folder_id, 0, ?3 * count(*)
     FROM (SELECT DISTINCT photo_id FROM tag_above CROSS JOIN photo_tag ON photo_tag.tag_id = tag_above.tag_id WHERE above_id = ?1) AS moved
     CROSS JOIN photo ON photo.id = moved.photo_id AND missing_since_ms IS NULL
     CROSS JOIN json_each(?2) AS wide
     WHERE NOT EXISTS (
       SELECT 1 FROM photo_tag AS other
       CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = wide.value
       WHERE other.photo_id = moved.photo_id
         AND NOT EXISTS (SELECT 1 FROM tag_above AS moving WHERE moving.tag_id = other.tag_id AND moving.above_id = ?1))
     GROUP BY wide.value, folder_id
     ON CONFLICT (tag_id, folder_id) DO UPDATE SET below = below + excluded.below`,
    [tag.id, above, sign],
  );
}

/** Whether there are tags and nothing is known of what is above them: the catalog is of an older version, or was salvaged. */
export function isTagTreeMissing(db: Database): boolean {
  return (
    db.get("SELECT 1 FROM tag WHERE NOT EXISTS (SELECT 1 FROM tag_above) LIMIT 1") !== undefined
  );
}

/** Makes everything that follows from tags and who has them anew: some seconds for millions of tagged photos. */
export function buildTagTree(db: Database): void {
  db.transaction(() => {
    const deep = db.all<{ path: string }>(
      `SELECT path FROM tag WHERE instr(key, '/') > 0 AND NOT EXISTS (
         SELECT 1 FROM tag AS parent WHERE parent.key = rtrim(rtrim(tag.key, replace(tag.key, '/', '')), '/'))`,
    );
    for (const { path } of deep) ensureTag(db, path.slice(0, path.lastIndexOf("/")));
    db.run("DELETE FROM tag_above");
    db.run(
      `INSERT INTO tag_above (tag_id, above_id)
       WITH RECURSIVE level (tag_id, key) AS (
         SELECT id, key FROM tag UNION ALL
         SELECT tag_id, rtrim(rtrim(key, replace(key, '/', '')), '/') FROM level WHERE instr(key, '/') > 0)
       SELECT level.tag_id, tag.id FROM level JOIN tag ON tag.key = level.key`,
    );
    db.run("DELETE FROM tag_count");
    countAllTags(db);
  });
}
