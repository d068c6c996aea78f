import type { Counts } from "../../contract/library.ts";
import type { Database } from "./database.ts";

/** Of the whole library, removed folders left out. */
export function readCounts(db: Database): Counts {
  const row = db.get<{ photos: number; indexed: number; missing: number }>(
    `SELECT count(*) FILTER (WHERE missing_since_ms IS NULL) AS photos,
       count(*) FILTER (WHERE missing_since_ms IS NULL AND indexed_by IS NOT NULL) AS indexed,
       count(*) FILTER (WHERE missing_since_ms IS NOT NULL) AS missing
     FROM photo WHERE ${IN_LIBRARY}`,
  )!;
  const { failed } = db.get<{ failed: number }>(
    `SELECT count(*) AS failed FROM failure JOIN photo ON photo.id = photo_id
     WHERE missing_since_ms IS NULL AND ${IN_LIBRARY}`,
  )!;
  const { tagged } = db.get<{ tagged: number }>(
    `SELECT count(DISTINCT photo_id) AS tagged FROM photo_tag JOIN photo ON photo.id = photo_id
     WHERE missing_since_ms IS NULL AND ${IN_LIBRARY}`,
  )!;
  return {
    ...row,
    indexed: row.indexed + countReadVideos(db),
    failed,
    untagged: row.photos - tagged,
  };
}

/** Videos have no embedding: nothing is left to be done for one when its facts are read. */
function countReadVideos(db: Database): number {
  return db.get<{ count: number }>(
    `SELECT count(*) AS count FROM photo INDEXED BY photo_videos
     WHERE kind = 'video' AND format IS NOT NULL AND indexed_by IS NULL AND missing_since_ms IS NULL AND ${IN_LIBRARY}`,
  )!.count;
}

const IN_LIBRARY = "folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL)";
