/**
 * @file Counts of some tags, made anew. Photos of wide tags are counted by tables of bytes: all ids of a set as one text, and a byte for
 * each in memory, take a tenth of what SQLite takes to look for each photo.
 */
import type { Database } from "./database.ts";

/** SQL: the photo's file is there, as the index of photos for counts has it. */
export const IS_PRESENT = "ifnull(missing_since_ms, -1) = -1";

/** What counting one photo by SQLite costs, by what reading its id costs. */
const SQL_COST = 8;

/** Writes tag_count for the tags, which has no rows of them. `photos`: about how many they have in all. */
export function countTags(db: Database, tags: readonly number[], photos: number): void {
  const folders = listFolders(db);
  const others = folders.reduce((sum, { missing }) => sum + missing, 0) + sumButLargest(folders);
  const isSoonerRead = others < photos * SQL_COST;
  const counter = isSoonerRead ? readCounter(db, folders) : undefined;
  for (const tag of tags) {
    if (counter) countByTables(db, tag, counter);
    else countBySql(db, tag);
  }
}

interface FolderSize {
  readonly id: number;
  readonly present: number;
  readonly missing: number;
}

/** The largest one last. */
function listFolders(db: Database): FolderSize[] {
  return db.all(
    `SELECT id, coalesce(present, 0) AS present, coalesce(missing, 0) AS missing
     FROM folder LEFT JOIN photo_count ON folder_id = id ORDER BY present`,
  );
}

function sumButLargest(folders: readonly FolderSize[]): number {
  return folders.slice(0, -1).reduce((sum, { present }) => sum + present, 0);
}

/** What does not depend on the tag. */
interface Counter {
  readonly missing: readonly number[];
  /** Photos that are there, of each folder but the largest. */
  readonly byFolder: ReadonlyMap<number, readonly number[]>;
  /** All other photos that are there are its own. */
  readonly largest: number | undefined;
  /** One larger than the largest id of a photo. */
  readonly size: number;
}

function readCounter(db: Database, folders: readonly FolderSize[]): Counter {
  const { last } = db.get<{ last: number | null }>("SELECT max(id) AS last FROM photo")!;
  const missing =
    "SELECT id FROM photo INDEXED BY photo_missing WHERE missing_since_ms IS NOT NULL";
  const inFolder = `SELECT id FROM photo INDEXED BY photo_by_directory WHERE folder_id = ? AND missing_since_ms IS NULL`;
  const others = folders.slice(0, -1).map(({ id }) => [id, readIds(db, inFolder, id)] as const);
  return {
    missing: readIds(db, missing),
    byFolder: new Map(others),
    largest: folders.at(-1)?.id,
    size: (last ?? 0) + 1,
  };
}

function countByTables(db: Database, tag: number, counter: Counter): void {
  const below = countByFolder(
    readIds(
      db,
      `SELECT photo_id AS id FROM tag_above CROSS JOIN photo_tag ON photo_tag.tag_id = tag_above.tag_id WHERE above_id = ?`,
      tag,
    ),
    counter,
  );
  const own = countByFolder(
    readIds(db, "SELECT photo_id AS id FROM photo_tag WHERE tag_id = ?", tag),
    counter,
  );
  for (const [folder, count] of below)
    db.run("INSERT INTO tag_count (tag_id, folder_id, own, below) VALUES (?, ?, ?, ?)", [
      tag,
      folder,
      own.get(folder) ?? 0,
      count,
    ]);
}

/** Photos that are there, each once, of the folders that have any. */
function countByFolder(ids: readonly number[], counter: Counter): Map<number, number> {
  const isCounted = new Uint8Array(counter.size);
  let left = 0;
  for (const id of ids) {
    left += 1 - isCounted[id]!;
    isCounted[id] = 1;
  }
  for (const id of counter.missing) {
    left -= isCounted[id]!;
    isCounted[id] = 0;
  }
  const counts = new Map<number, number>();
  for (const [folder, photos] of counter.byFolder) {
    let count = 0;
    for (const id of photos) count += isCounted[id]!;
    if (count > 0) counts.set(folder, count);
    left -= count;
  }
  if (left > 0) counts.set(counter.largest!, left);
  return counts;
}

/** One row holds everything. `sql`: a SELECT of `id`. */
function readIds(db: Database, sql: string, ...values: readonly number[]): readonly number[] {
  const { ids } = db.get<{ ids: string }>(
    `SELECT json_group_array(id) AS ids FROM (${sql})`,
    values,
  )!;
  return JSON.parse(ids) as number[];
}

function countBySql(db: Database, tag: number): void {
  db.run(
    `INSERT INTO tag_count (tag_id, folder_id, own, below)
     SELECT ?1, folder_id, sum(id IN (SELECT photo_id FROM photo_tag WHERE tag_id = ?1)), count(*)
     FROM photo INDEXED BY photo_present
     WHERE ${IS_PRESENT} AND id IN (
       SELECT photo_id FROM tag_above CROSS JOIN photo_tag ON photo_tag.tag_id = tag_above.tag_id WHERE above_id = ?1)
     GROUP BY folder_id`,
    [tag],
  );
}
