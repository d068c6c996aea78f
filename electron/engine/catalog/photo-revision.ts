import type { Database } from "./database.ts";

/** What the timeline and the counts of filters are made of. */
const COLUMNS =
  "sort_at_ms, folder_id, aspect, rating, taken_at, latitude, width_px, missing_since_ms, camera, lens".split(
    ", ",
  );

/**
 * Counts changes of photos, so that what was read of all of them can be kept while only tags, labels or settings change. Answers with
 * what tells one state from another. The triggers are this connection's own: no other one writes while a library is open, and one that
 * does is told by `data_version`.
 */
export function countPhotoChanges(db: Database): () => string {
  const [before, after] = ["old", "new"].map((row) =>
    COLUMNS.map((column) => `${row}.${column}`).join(", "),
  );
  db.connection.exec(`
    CREATE TEMP TABLE IF NOT EXISTS photo_revision (value INTEGER NOT NULL);
    DELETE FROM temp.photo_revision;
    INSERT INTO temp.photo_revision VALUES (0);
    CREATE TEMP TRIGGER IF NOT EXISTS photo_came AFTER INSERT ON main.photo
    BEGIN UPDATE photo_revision SET value = value + 1; END;
    CREATE TEMP TRIGGER IF NOT EXISTS photo_went AFTER DELETE ON main.photo
    BEGIN UPDATE photo_revision SET value = value + 1; END;
    CREATE TEMP TRIGGER IF NOT EXISTS photo_became AFTER UPDATE OF ${COLUMNS.join(", ")} ON main.photo
    WHEN (${before}) IS NOT (${after})
    BEGIN UPDATE photo_revision SET value = value + 1; END;`);
  return () => {
    const { own } = db.get<{ own: number }>("SELECT value AS own FROM temp.photo_revision")!;
    const { data_version: others } = db.get<{ data_version: number }>("PRAGMA data_version")!;
    return `${own}/${others}`;
  };
}
