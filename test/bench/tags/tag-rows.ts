import { recount } from "../../../electron/engine/catalog/counts.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { buildTagTree } from "../../../electron/engine/catalog/tag-tree.ts";
import { ensureTag } from "../../../electron/engine/catalog/tags.ts";

/** Photos between two commits: what a transaction holds in memory stays small. */
const AT_ONCE = 50_000;
/** Widest, middle and narrowest levels of the tree: 20,020 tags. */
const [WIDE, MIDDLE, NARROW] = [20, 20, 49];

/** A tag that a tenth of all photos have, and three that they are renamed, moved and merged to. */
export const BIG = "Journeys/Atlantic";

/**
 * Photos without files or labels, each with five tags out of {@link WIDE} · MIDDLE · NARROW; every tenth has {@link BIG}, too. Filled
 * without the triggers that count; answers with the milliseconds that counting everything at once takes.
 */
export function fillTags(db: Database, count: number): number {
  const { id: folderId } = addFolder(db, "/photos");
  const leaves = addLeaves(db);
  const big = ensureTag(db, BIG);
  const restore = withoutTriggers(db);
  for (let from = 1; from <= count; from += AT_ONCE) {
    const to = Math.min(count, from + AT_ONCE - 1);
    const range = `WITH RECURSIVE n (id) AS (VALUES (${from}) UNION ALL SELECT id + 1 FROM n WHERE id < ${to})`;
    db.transaction(() => {
      db.run(
        `${range} INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms,
           fingerprint, width_px, height_px, aspect, format, taken_at, sort_at_ms, indexed_by)
         SELECT id, ?, 'trip ' || (id % 500), id || '.jpg', 3000000, id, '1:' || id, 0, printf('%064x', id), 4000, 3000, 160,
           'JPEG', '2020-01-01T00:00:00', id * 60000, 'bench' FROM n`,
        [folderId],
      );
      db.run(
        `${range}, k (k) AS (VALUES (0), (1), (2), (3), (4))
         INSERT OR IGNORE INTO photo_tag (photo_id, tag_id, added_at_ms)
         SELECT id, (SELECT tag_id FROM temp.leaf WHERE at = (n.id * 7919 + k * k * 104729 + k * n.id) % ?), 0 FROM n, k`,
        [leaves],
      );
      db.run(
        `${range} INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) SELECT id, ?, 0 FROM n WHERE id % 10 = 0`,
        [big],
      );
    });
  }
  restore();
  db.transaction(() => recount(db));
  const startedMs = performance.now();
  buildTagTree(db);
  return performance.now() - startedMs;
}

/** The narrowest tags by their number, in a table of this connection; answers with how many there are. */
function addLeaves(db: Database): number {
  db.run("CREATE TEMP TABLE leaf (at INTEGER PRIMARY KEY, tag_id INTEGER)");
  let at = 0;
  db.transaction(() => {
    for (let wide = 0; wide < WIDE; wide++)
      for (let middle = 0; middle < MIDDLE; middle++)
        for (let narrow = 0; narrow < NARROW; narrow++)
          db.run("INSERT INTO temp.leaf VALUES (?, ?)", [
            at++,
            ensureTag(db, `Wide ${wide}/Middle ${middle}/Narrow ${narrow}`),
          ]);
  });
  return at;
}

function withoutTriggers(db: Database): () => void {
  const triggers = db.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
  );
  for (const { name } of triggers) db.connection.exec(`DROP TRIGGER "${name}"`);
  return () => {
    for (const { sql } of triggers) db.connection.exec(sql);
  };
}
