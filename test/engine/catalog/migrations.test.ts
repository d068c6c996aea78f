import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { migrate, readMigrations } from "../../../electron/engine/catalog/migrate.ts";

/** Every table with its rows; a table of the text index has none of its own. */
function contents(db: DatabaseSync): Record<string, unknown[]> {
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'photo_text%'")
    .all()
    .map((row) => String(row.name));
  return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
}

test("the tables for verdicts and sums leave a library of version 1 as it was", () => {
  const [first, second] = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(db, [first!]);
  db.exec(`
    INSERT INTO setting VALUES ('model', 'starter');
    INSERT INTO folder VALUES (1, '/photos', '7', 10, NULL);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
      sort_at_ms, rating, indexed_by) VALUES (3, 1, 'trip', 'a.jpg', 5, 6, '7:8', 10, 150, 20, 4, 'starter-1');
    INSERT INTO photo_text (rowid, name, folder, tags, labels, camera) VALUES (3, 'a.jpg', 'trip', 'work', 'tabby', '');
    INSERT INTO failure VALUES (3, 'image-corrupt', 'cut off', 30);
    INSERT INTO model (id, key) VALUES (1, 'starter-1');
    INSERT INTO class VALUES (5, 1, 0, 'tabby', 'n02123045');
    INSERT INTO label VALUES (3, 5, 0.75);
    INSERT INTO tag VALUES (2, 'Work', 'work');
    INSERT INTO photo_tag VALUES (3, 2, 40);
  `);
  const before = contents(db);

  migrate(db, [first!, second!]);

  const { model, ...others } = contents(db);
  const { model: oldModel, ...old } = before;
  expect(model).toEqual([{ ...(oldModel![0] as object), sums_edition: null, sums_through: null }]);
  expect(others).toEqual({
    ...old,
    label_verdict: [],
    judged_label: [],
    judged_class: [],
    stale_text: [],
    family: [],
    family_class: [],
    label_sum: [],
  });
  const found = db.prepare("SELECT rowid FROM photo_text WHERE photo_text MATCH 'tabby'").all();
  expect(found).toEqual([{ rowid: 3 }]);
});
