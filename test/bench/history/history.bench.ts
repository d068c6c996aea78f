/**
 * @file Bulk changes as they are journaled, undone and redone, in a synthetic catalog of 200,000 photos; each beside the
 * same rows written by bare SQL in the same run.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { addTag, removeTag } from "../../../electron/engine/tags/photo-tags.ts";

const PHOTOS = 200_000;
const SIZES = [10_000, 100_000];
const text = { modelKey: "bench", labelThreshold: 0.4 };

const folder = await mkdtemp(path.join(tmpdir(), "history-bench-"));
try {
  using db = await openCatalog(libraryPaths(folder));
  const ids = fill(db);
  for (const size of SIZES) measure(db, ids.slice(0, size));
} finally {
  await rm(folder, { recursive: true });
}

function fill(db: Database): PhotoId[] {
  const folderId = addFolder(db, "/photos").id;
  return db.transaction(() =>
    Array.from({ length: PHOTOS }, (_, index) =>
      insertPhoto(
        db,
        { folderId, directory: `${Math.floor(index / 500)}`, name: `${index}.jpg` },
        { sizeBytes: 1, modifiedAtUs: index, fileKey: `1:${index}` },
      ),
    ),
  );
}

function measure(db: Database, ids: readonly PhotoId[]): void {
  const name = `tag ${ids.length}`;
  const steps = {
    "bare SQL": () => writeBare(db, ids),
    add: () => addTag(db, name, ids, text),
    undo: () => undo(db),
    redo: () => redo(db),
    remove: () => removeTag(db, name, ids, text),
  };
  const times = Object.entries(steps).map(([step, run]) => {
    const startMs = performance.now();
    run();
    return `${step} ${(performance.now() - startMs).toFixed(0)} ms`;
  });
  const { bytes } = db.get<{ bytes: number }>(
    "SELECT sum(length(photos) + length(coalesce(before, '')) + length(coalesce(after, ''))) AS bytes FROM journal_change",
  )!;
  console.log(`${ids.length} photos: ${times.join(", ")}; the journal so far ${bytes} bytes`);
}

/** What a tag on these photos costs when nobody writes down what happened. */
function writeBare(db: Database, ids: readonly PhotoId[]): void {
  db.durably(() => {
    const tag = db.insert("INSERT INTO tag (path, key) VALUES (?1, ?1)", [`bare ${ids.length}`]);
    db.run(
      "INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) SELECT value, ?, 0 FROM json_each(?)",
      [tag, JSON.stringify(ids)],
    );
  });
}
