/** @file The rows of tags: found, added and spelled. A row stays when nothing has the tag any more, because the journal names it. */
import { foldText } from "../../contract/fold-text.ts";
import type { Database } from "./database.ts";

export interface TagRow {
  readonly id: number;
  /** As it is shown: `Places/Portugal/Lisbon`. */
  readonly path: string;
  /** The path as it is compared; another, that no path can have, while the tag is set aside: see tag-tree.ts. */
  readonly key: string;
}

/** The tag of exactly this path, whatever its letters' case. */
export function findTag(db: Database, path: string): TagRow | undefined {
  return findByKey(db, foldText(path));
}

export function findByKey(db: Database, key: string): TagRow | undefined {
  return db.get("SELECT id, path, key FROM tag WHERE key = ?", [key]);
}

export function getTag(db: Database, id: number): TagRow | undefined {
  return db.get("SELECT id, path, key FROM tag WHERE id = ?", [id]);
}

/** The tag that the word is a synonym of. */
export function findBySynonym(db: Database, word: string): TagRow | undefined {
  return db.get(
    `SELECT id, path, tag.key FROM tag_synonym JOIN tag ON tag.id = tag_id WHERE tag_synonym.key = ?`,
    [foldText(word)],
  );
}

/** Whether a photo has it or a tag below it, or the user said something of one of these. */
export function isInUse(db: Database, id: number): boolean {
  const row = db.get<{ isUsed: 0 | 1 }>(
    `SELECT EXISTS (SELECT 1 FROM tag_above JOIN tag ON tag.id = tag_id WHERE above_id = ?1 AND (
       favourite IS NOT NULL OR EXISTS (SELECT 1 FROM photo_tag WHERE photo_tag.tag_id = tag.id)
       OR EXISTS (SELECT 1 FROM tag_synonym WHERE tag_synonym.tag_id = tag.id))) AS isUsed`,
    [id],
  )!;
  return row.isUsed === 1;
}

/** The row id of the tag, added with those above it where they are missing. The spelling of the first use is kept while it is in use. */
export function ensureTag(db: Database, path: string): number {
  const known = findTag(db, path);
  if (known && (known.path === path || isInUse(db, known.id))) return known.id;
  const cut = path.lastIndexOf("/");
  const parent = cut < 0 ? undefined : getTag(db, ensureTag(db, path.slice(0, cut)))!;
  const spelled = parent ? `${parent.path}${path.slice(cut)}` : path;
  if (!known)
    return db.insert("INSERT INTO tag (path, key) VALUES (?, ?)", [spelled, foldText(spelled)]);
  setTagPath(db, known, { path: spelled, key: known.key });
  return known.id;
}

/** Gives a tag, and with it everything below it, another path and key. Nobody else has the key. */
export function setTagPath(
  db: Database,
  tag: TagRow,
  { path, key }: Pick<TagRow, "path" | "key">,
): void {
  // Unique keys are checked row by row: one is free before the next takes it, because it begins with another tag's.
  db.run(
    `UPDATE tag SET path = ?2 || substr(path, length(?3) + 1), key = ?4 || substr(key, length(?5) + 1)
     WHERE id IN (SELECT tag_id FROM tag_above WHERE above_id = ?1)`,
    [tag.id, path, tag.path, key, tag.key],
  );
}
