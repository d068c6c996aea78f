import type { FolderId } from "../../contract/folder.ts";
import type { Counts } from "../../contract/library.ts";
import type { CatalogReader } from "./catalog-reader.ts";
import type { Database } from "./database.ts";
import { FOR_REVIEW } from "./former-files.ts";

/** Of the whole library, removed folders left out. */
export function readCounts(db: Database): Counts {
  // CROSS JOIN: from the few that failed to their photos.
  const { failed } = db.get<{ failed: number }>(
    `SELECT count(*) AS failed FROM failure CROSS JOIN photo ON photo.id = photo_id
     WHERE missing_since_ms IS NULL AND ${IN_LIBRARY}`,
  )!;
  const { review } = db.get<{ review: number }>(
    `SELECT count(*) AS review FROM photo
     WHERE id IN (${FOR_REVIEW}) AND missing_since_ms IS NULL AND ${IN_LIBRARY}`,
  )!;
  const kept = readKeptCounts(db);
  return { ...kept, indexed: kept.indexed + countReadVideos(db), failed, review };
}

/** What triggers count, whatever the library's size. */
export type KeptCounts = Omit<Counts, "failed" | "review">;

/** Of the whole library, or of some folders; removed ones are left out. `indexed`: known to a model, so without videos. */
export function readKeptCounts(catalog: CatalogReader, folders?: readonly FolderId[]): KeptCounts {
  return catalog.get<KeptCounts>(
    `SELECT coalesce(sum(present), 0) AS photos, coalesce(sum(indexed), 0) AS indexed,
       coalesce(sum(present - tagged), 0) AS untagged,
       coalesce(sum(picked), 0) AS picked, coalesce(sum(missing), 0) AS missing
     FROM photo_count WHERE ${IN_LIBRARY}
       ${folders ? "AND folder_id IN (SELECT value FROM json_each(?))" : ""}`,
    folders ? [JSON.stringify(folders)] : [],
  )!;
}

/** A folder's photos whose files are there. */
export function countPhotos(db: Database, id: FolderId): number {
  return (
    db.get<{ present: number }>("SELECT present FROM photo_count WHERE folder_id = ?", [id])
      ?.present ?? 0
  );
}

/** Counts everything anew: after rows were copied from another catalog, which triggers do not see. */
export function recount(db: Database): void {
  db.run("DELETE FROM photo_count");
  db.run(
    `INSERT INTO photo_count (folder_id, present, indexed, waiting, tagged, picked, missing)
     SELECT folder_id, sum(missing_since_ms IS NULL), sum(missing_since_ms IS NULL AND indexed_by IS NOT NULL),
       sum(missing_since_ms IS NULL AND indexed_by IS NULL AND has_failed = 0
         AND (kind = 'photo' OR format IS NULL OR fingerprint IS NULL)),
       sum(missing_since_ms IS NULL AND id IN (SELECT photo_id FROM photo_tag)),
       sum(missing_since_ms IS NULL AND flag IS 'pick'), sum(missing_since_ms IS NOT NULL)
     FROM photo GROUP BY folder_id`,
  );
}

/** Videos have no embedding: nothing is left to be done for one when its facts are read. */
function countReadVideos(db: Database): number {
  return db.get<{ count: number }>(
    `SELECT count(*) AS count FROM photo INDEXED BY photo_videos
     WHERE kind = 'video' AND format IS NOT NULL AND indexed_by IS NULL AND missing_since_ms IS NULL AND ${IN_LIBRARY}`,
  )!.count;
}

const IN_LIBRARY = "folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL)";
