import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { ensureModel } from "../../../electron/engine/catalog/labels.ts";
import { ilsvrcLabelFile } from "../../../electron/engine/inference/models/models-folder.ts";
import { LabelFile } from "../../../electron/engine/inference/models/model-card.ts";
import { readJson } from "../../../electron/engine/inference/models/read-json.ts";

export const MODEL = { key: "bench", labelThreshold: 0.4 };

const WORDS = ["beach", "harbour", "mountain", "garden", "wedding", "winter", "market", "castle"];
/** Photos between two commits: what a transaction holds in memory stays small. */
const AT_ONCE = 50_000;

/**
 * Photos as a large library has them, without files: 500 directories, one minute apart, ten labels each of ImageNet's
 * thousand, a tenth with one of 200 tags, words in the names. The same rows for the same `count`.
 */
export async function fillCatalog(db: Database, count: number): Promise<void> {
  const labels = await readJson(ilsvrcLabelFile(), LabelFile);
  const classes = labels.map(({ label, wnid }) => ({ name: label, wnid }));
  const classIds = ensureModel(db, MODEL.key, classes);
  const { id: folderId } = addFolder(db, "/photos");
  db.transaction(() => {
    for (let tag = 1; tag <= 200; tag++)
      db.run("INSERT INTO tag (id, path, key) VALUES (?, ?, ?)", [tag, `Tag ${tag}`, `tag ${tag}`]);
  });
  for (let from = 1; from <= count; from += AT_ONCE) {
    const to = Math.min(count, from + AT_ONCE - 1);
    db.transaction(() => fillRange(db, { from, to, folderId, classIds }));
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly folderId: number;
  readonly classIds: readonly number[];
}

function fillRange(db: Database, { from, to, folderId, classIds }: Range): void {
  const range = `WITH RECURSIVE n (id) AS (VALUES (${from}) UNION ALL SELECT id + 1 FROM n WHERE id < ${to})`;
  const [first, classCount] = [classIds[0]!, classIds.length];
  db.run(
    `${range} INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms,
       fingerprint, width_px, height_px, aspect, colour, format, taken_at, sort_at_ms, camera, rating, indexed_by)
     SELECT id, ?, 'trip ' || (id % 500), ${wordOf("id")} || ' ' || id || '.jpg', 3000000 + id, id * 60000000, '1:' || id, 0,
       printf('%064x', id), 4000, 3000, 160, '#405060', 'JPEG', '2020-01-01T00:00:00', id * 60000, 'Camera ' || (id % 7), 0, ?
     FROM n`,
    [folderId, MODEL.key],
  );
  // The first is sure, the others are what it is mixed up with: its neighbours.
  db.run(
    `${range}, rank (r) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
     INSERT OR IGNORE INTO label (photo_id, class_id, confidence)
     SELECT id, ? + ((id * 7919) % ? + r * r) % ?, iif(r = 0, 0.5 + (id % 50) / 100.0, 0.3 / (r + 1)) FROM n, rank`,
    [first, classCount, classCount],
  );
  db.run(
    `${range} INSERT INTO photo_tag (photo_id, tag_id, added_at_ms)
     SELECT id, 1 + (id / 10) % 200, 0 FROM n WHERE id % 10 = 0`,
  );
  db.run(
    `${range} INSERT INTO photo_text (rowid, name, folder, tags, labels, camera)
     SELECT id, ${wordOf("id")} || ' ' || id || '.jpg', 'trip ' || (id % 500), iif(id % 10 = 0, 'Tag ' || (1 + (id / 10) % 200), ''),
       (SELECT name FROM class WHERE id = ? + (n.id * 7919) % ?), 'Camera ' || (id % 7) FROM n`,
    [first, classCount],
  );
}

function wordOf(id: string): string {
  const cases = WORDS.map((word, at) => `WHEN ${at} THEN '${word}'`).join(" ");
  return `(CASE ${id} % ${WORDS.length} ${cases} END)`;
}
