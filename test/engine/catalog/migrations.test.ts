import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { Database } from "../../../electron/engine/catalog/database.ts";
import { migrate, readMigrations } from "../../../electron/engine/catalog/migrate.ts";
import { nameKey } from "../../../electron/engine/catalog/name-key.ts";
import { buildTagTree, isTagTreeMissing } from "../../../electron/engine/catalog/tag-tree.ts";
import { readTagTree } from "../../../electron/engine/tags/list-tags.ts";
import { en } from "../../../electron/texts/en/en.ts";
import type { ToldKey } from "../../../electron/texts/tell.ts";

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

test("what files said before 7 is kept as theirs, ratings and tags as the user's, and is to be read again", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 6),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
      sort_at_ms, rating, taken_at, camera, width_px) VALUES
      (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20, 4, '2023-05-14T12:13:14', 'Canon', 300),
      (4, 1, '', 'b.jpg', 5, 6, '7:9', 10, 150, 20, 0, NULL, NULL, NULL);
    INSERT INTO tag VALUES (2, 'Work', 'work');
    INSERT INTO photo_tag VALUES (3, 2, 40);
  `);
  const { photo: photosBefore, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 6),
  );

  const { photo: photosAfter, ...after } = contents(db);
  const added = [
    { taken_from: "exif", metadata_version: 0 },
    { taken_from: null, metadata_version: null },
  ];
  expect(photosAfter).toEqual(
    photosBefore!.map((row, at) => ({
      ...(row as object),
      altitude_m: null,
      focal_length_35_mm: null,
      ...added[at],
    })),
  );
  expect(after).toEqual({
    ...before,
    photo_tag: [{ photo_id: 3, tag_id: 2, added_at_ms: 40, origin: "user" }],
    imported_tag: [],
    user_value: [{ photo_id: 3, field: "rating", value: 4 }],
    file_value: [
      {
        photo_id: 3,
        taken_at: "2023-05-14T12:13:14",
        taken_from: "exif",
        rating: null,
        title: null,
        caption: null,
      },
    ],
  });
});

test("photos of a library of version 5 are photos without companions, and wait as they did", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 5),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
      sort_at_ms, indexed_by) VALUES
      (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20, 'starter-1'),
      (4, 1, '', 'a.cr2', 5, 6, '7:9', 10, 150, 20, NULL);
  `);
  const { photo: photosBefore, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 5),
  );

  const { photo: photosAfter, ...after } = contents(db);
  expect(photosAfter).toEqual(
    photosBefore!.map((row) => ({ ...(row as object), kind: "photo", duration_seconds: null })),
  );
  expect(after).toEqual({ ...before, photo_file: [] });
  const waiting = `SELECT id FROM photo INDEXED BY photo_waiting WHERE indexed_by IS NULL AND missing_since_ms IS NULL
    AND has_failed = 0 AND (kind = 'photo' OR format IS NULL OR fingerprint IS NULL)`;
  expect(db.prepare(waiting).all()).toEqual([{ id: 4 }]);
});

test("folders keep their roots when 4 adds where they are and what is left out", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 3),
  );
  db.exec(`
    INSERT INTO folder VALUES (1, '/photos', '7', 10, NULL), (2, '/removed', NULL, 11, 12);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
      sort_at_ms) VALUES (3, 1, 'trip', 'a.jpg', 5, 6, '7:8', 10, 150, 20);
  `);
  const before = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 3),
  );

  const added = { volume: null, volume_path: null, ignored: "" };
  expect(contents(db)).toEqual({
    ...before,
    folder: [
      { id: 1, path: "/photos", root_key: "7", added_at_ms: 10, removed_at_ms: null, ...added },
      { id: 2, path: "/removed", root_key: null, added_at_ms: 11, removed_at_ms: 12, ...added },
    ],
  });
});

test("a library of version 4 has an empty history, and ids that are not given twice", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 4),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
      sort_at_ms, rating, fingerprint) VALUES
      (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20, 4, 'ab'), (4, 1, '', 'b.jpg', 5, 6, '7:9', 10, 150, 20, 0, NULL);
    INSERT INTO tag VALUES (2, 'Work', 'work');
    INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) VALUES (3, 2, 40);
  `);
  const { photo: photosBefore, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 4),
  );

  const { photo: photosAfter, ...after } = contents(db);
  expect(photosAfter).toEqual(
    photosBefore!.map((row) => ({ ...(row as object), pixel_hash: null })),
  );
  expect(after).toEqual({
    ...before,
    journal_entry: [],
    journal_change: [],
    last_deleted_photo: [{ id: 0 }],
    former_file: [],
    kept_apart: [],
  });
  db.exec("DELETE FROM photo WHERE id = 4");
  expect(db.prepare("SELECT id FROM last_deleted_photo").all()).toEqual([{ id: 4 }]);
});

test("the table of deaths leaves failures as they were, read by decoders that nobody wrote down", () => {
  const db = new DatabaseSync(":memory:");
  const before = readMigrations().filter(({ version }) => version < 7);
  const through = readMigrations().filter(({ version }) => version <= 7);
  migrate(db, before);
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
      sort_at_ms) VALUES (3, 1, 'trip', 'a.jpg', 5, 6, '7:8', 10, 150, 20);
    INSERT INTO failure (photo_id, code, message, at_ms) VALUES (3, 'decoder-crashed', 'it crashed', 30);
  `);
  const { failure, ...old } = contents(db);

  migrate(db, through);

  expect(contents(db)).toEqual({
    ...old,
    failure: [{ ...(failure![0] as object), decoders: null }],
    worker_death: [],
  });
});

test("the table for what sidecars agreed on leaves a library of version 7 as it was", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 8),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
    VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20);
    INSERT INTO user_value (photo_id, field, value) VALUES (3, 'rating', 4);
  `);
  const before = contents(db);
  expect(before).not.toHaveProperty("mirror_state");

  migrate(
    db,
    migrations.filter(({ version }) => version <= 8),
  );

  expect(contents(db)).toEqual({ ...before, mirror_state: [] });
});

test("flags and colour labels come with version 9, and what was entered before stays", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 9),
  );
  db.exec(`
    PRAGMA foreign_keys = ON;
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
    VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20), (4, 1, '', 'b.jpg', 5, 6, '7:9', 10, 150, 20);
    INSERT INTO file_value (photo_id, rating, title) VALUES (3, 2, 'Boat');
    INSERT INTO user_value (photo_id, field, value) VALUES (3, 'rating', 4), (3, 'title', 'Ferry'), (4, 'rating', 0);
  `);
  const { photo, file_value: said, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 9),
  );

  const none = { flag: null, colour_label: null };
  expect(contents(db)).toEqual({
    ...before,
    photo: photo!.map((row) => ({ ...(row as object), ...none })),
    file_value: said!.map((row) => ({ ...(row as object), ...none })),
  });
  db.exec("INSERT INTO user_value VALUES (4, 'flag', 'none')");
  db.exec("DELETE FROM photo WHERE id = 4");
  expect(db.prepare("SELECT count(*) AS count FROM user_value").get()).toEqual({ count: 2 });
});

test("tags of a library of version 9 know when they were given last, and what follows from them is made when it is opened", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 10),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
    VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20), (4, 1, '', 'b.jpg', 5, 6, '7:9', 10, 150, 20);
    INSERT INTO tag (id, path, key) VALUES (2, 'Work/Office', 'work/office'), (5, 'ferry', 'ferry');
    INSERT INTO photo_tag (photo_id, tag_id, added_at_ms, origin)
    VALUES (3, 2, 40, 'user'), (4, 2, 50, 'user'), (4, 5, 60, 'file');
  `);
  const { tag, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 10),
  );
  const migrated = contents(db);
  const catalog = new Database(db);
  const isMissing = isTagTreeMissing(catalog);
  migrate(db, migrations);
  buildTagTree(catalog);

  const [office, ferry] = tag as object[];
  expect(migrated).toEqual({
    ...before,
    tag: [
      { ...office, used_at_ms: 50, favourite: null },
      { ...ferry, used_at_ms: null, favourite: null },
    ],
    tag_synonym: [],
    tag_above: [],
    tag_count: [],
  });
  expect([isMissing, isTagTreeMissing(catalog)]).toEqual([true, false]);
  expect(readTagTree(catalog)).toMatchObject([
    { tag: "ferry", count: 1, below: 1 },
    { tag: "Work", count: 0, below: 2 },
    { tag: "Work/Office", count: 2, below: 2 },
  ]);
});

test("the tables of albums leave a library of version 10 as it was", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 11),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
    VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20);
    INSERT INTO tag (id, path, key) VALUES (2, 'Work', 'work');
    INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) VALUES (3, 2, 40);
  `);
  const before = contents(db);
  expect(before).not.toHaveProperty("album");

  migrate(
    db,
    migrations.filter(({ version }) => version <= 11),
  );

  expect(contents(db)).toEqual({ ...before, album: [], album_photo: [] });
});

test("no folder of a library of version 11 mirrors by itself, and what is entered from then on waits for nothing", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 12),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
    VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20);
    INSERT INTO tag (id, path, key) VALUES (2, 'Work', 'work');
    INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) VALUES (3, 2, 40);
    INSERT INTO mirror_state (photo_id, state) VALUES (3, '{}');
  `);
  const { folder, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 12),
  );
  db.exec("INSERT INTO user_value (photo_id, field, value) VALUES (3, 'rating', 4)");
  db.exec("DELETE FROM user_value");

  expect(contents(db)).toEqual({
    ...before,
    folder: folder!.map((row) => ({ ...(row as object), mirrors: 0 })),
    mirror_queue: [],
    mirror_trouble: [],
  });
});

test("picks of a library of version 15 are counted, and from then on with every flag", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 16),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10), (2, '/empty', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms, flag, missing_since_ms)
    VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20, 'pick', NULL), (4, 1, '', 'b.jpg', 5, 6, '7:9', 10, 150, 20, 'reject', NULL),
      (5, 1, '', 'c.jpg', 5, 6, '7:10', 10, 150, 20, 'pick', 30);
    INSERT INTO tag (id, path, key) VALUES (2, 'Work', 'work');
    INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) VALUES (3, 2, 40);
  `);
  const { photo_count: counts, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 16),
  );

  expect(contents(db)).toEqual({
    ...before,
    photo_count: counts!.map((row) => ({ ...(row as object), picked: 1 })),
    counting_later: [],
  });
  db.exec("UPDATE photo SET flag = 'pick' WHERE id = 4; UPDATE photo SET flag = NULL WHERE id = 3");
  db.exec("UPDATE photo SET missing_since_ms = NULL WHERE id = 5");
  expect(db.prepare("SELECT picked FROM photo_count").all()).toEqual([{ picked: 2 }]);
});

test("photos of a library of version 16 are sorted by their names from then on", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 17),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms, lens)
    VALUES (3, 1, '', 'IMG_10.jpg', 5, 6, '7:8', 10, 150, 20, '50mm'), (4, 1, 'x', 'Élan 9.jpg', 5, 6, '7:9', 10, 150, 20, NULL);
  `);
  const { photo, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 17),
  );

  const keys = [nameKey("IMG_10.jpg"), nameKey("Élan 9.jpg")];
  expect(contents(db)).toEqual({
    ...before,
    photo: photo!.map((row, at) => ({ ...(row as object), name_key: keys[at] })),
  });
});

test("in a library of version 17 no folder is on its way to mirror, whether it does or not", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 18),
  );
  db.exec(
    `INSERT INTO folder (id, path, added_at_ms, mirrors) VALUES (1, '/photos', 10, 1), (2, '/more', 10, 0)`,
  );
  const { folder, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 18),
  );

  expect(contents(db)).toEqual({
    ...before,
    folder: folder!.map((row) => ({ ...(row as object), queued_to: null })),
  });
});

test("entries of the history of a library of version 21 are kept as they were written", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 22),
  );
  db.exec(`INSERT INTO journal_entry (id, at_ms, origin, sentence, photos, act, final_because)
    VALUES (1, 10, 'user', 'Moved 1 photo to the trash', 1, 1, 'It is in the trash.')`);
  const { journal_entry: entries, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 22),
  );

  expect(contents(db)).toEqual({
    ...before,
    journal_entry: entries!.map((row) => ({ ...(row as object), told: null, final_told: null })),
  });
});

test("the indexes for files that are alike leave a library of an earlier version as it was", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 23),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms,
      fingerprint, pixel_hash, missing_since_ms)
    VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20, 'ab', 'cd', NULL), (4, 1, 'x', 'a.jpg', 5, 6, '7:9', 10, 150, 20, 'ab', 'cd', 30);
  `);
  const before = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 23),
  );

  expect(contents(db)).toEqual(before);
  const sql =
    "SELECT id FROM photo INDEXED BY photo_missing_by_fingerprint WHERE fingerprint = 'ab' AND missing_since_ms IS NOT NULL";
  expect(db.prepare(sql).all()).toEqual([{ id: 4 }]);
});

test("photos of a library of version 19 are all to be compared for duplicates, folder by folder, and stay as they were", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 20),
  );
  db.exec(`
    INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10), (2, '/more', 11);
    INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect,
      sort_at_ms, fingerprint) VALUES (3, 1, '', 'a.jpg', 5, 6, '7:8', 10, 150, 20, 'f'), (4, 2, '', 'b.jpg', 5, 6, '7:9', 10, 150, 20, 'f');
  `);
  const before = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 20),
  );

  expect(contents(db)).toEqual({
    ...before,
    duplicate_decision: [],
    duplicate_group: [],
    duplicate_member: [],
    duplicate_stale: [],
    duplicate_folder: [
      { folder_id: 1, after_id: 0 },
      { folder_id: 2, after_id: 0 },
    ],
    picture: [],
    picture_band: [],
  });
});

test("albums of a library of version 20 are like nothing, and everything else stays", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 21),
  );
  db.exec(`
    INSERT INTO album (id, name, key, query) VALUES (1, 'Best', 'best', NULL), (2, 'Dogs', 'dogs', 'label:dog');
  `);
  const { album, ...before } = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 21),
  );

  expect(contents(db)).toEqual({
    ...before,
    album: album!.map((row) => ({
      ...(row as object),
      similar_depth: null,
      similar_edited: null,
    })),
    album_example: [],
  });
});

test("what pictures look like stays in a library of version 23, and is deleted without reading all of it", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 24),
  );
  db.exec(`
    INSERT INTO picture (id, fingerprint, look) VALUES (1, 'f', x'01'), (2, 'g', x'02');
    INSERT INTO picture_band (band, picture_id) VALUES (7, 1), (65543, 1), (7, 2);
  `);
  const before = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 24),
  );

  expect(contents(db)).toEqual(before);
  db.exec("PRAGMA foreign_keys = ON; DELETE FROM picture WHERE id = 2");
  expect(contents(db).picture_band).toEqual(before.picture_band);
});

test("failures of a library of version 24 are told where every one of their kind is, and the others are read again", () => {
  const migrations = readMigrations();
  const db = new DatabaseSync(":memory:");
  migrate(
    db,
    migrations.filter(({ version }) => version < 25),
  );
  const failures = [
    [1, "name-invalid", "expected a name in UTF-8", null],
    [2, "decode-timeout", "Expected /a to be read in time but it was not", "1"],
    [3, "decoder-crashed", "Expected /a to be decoded but it ended the photo worker 2 times", "1"],
    [4, "decoder-crashed", "Expected /a to be decoded but the engine kept stopping while", "1"],
    [5, "image-corrupt", "Expected a complete JPEG at /a but got: damaged data", "1"],
    [6, "file-missing", "Expected a readable file at /a but there is none", null],
  ] as const;
  db.exec("INSERT INTO folder (id, path, added_at_ms) VALUES (1, '/photos', 10)");
  for (const [id, ...failure] of failures) {
    db.exec(`INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
      VALUES (${id}, 1, '', '${id}.jpg', 5, 6, '7:${id}', 10, 150, 20)`);
    db.prepare(
      "INSERT INTO failure (photo_id, code, message, at_ms, decoders) VALUES (?, ?, ?, 30, ?)",
    ).run(id, failure[0], failure[1], failure[2]);
  }
  const before = contents(db);

  migrate(
    db,
    migrations.filter(({ version }) => version <= 25),
  );

  const why = (key: ToldKey) => JSON.stringify({ sentence: en[key], told: { key, args: {} } });
  const told: Partial<Record<number, string>> = {
    1: why("reading.name"),
    2: why("reading.timeout"),
    3: why("reading.crashed"),
    4: why("reading.engine-stopped"),
  };
  expect(contents(db)).toEqual({
    ...before,
    failure: failures.map(([photo_id, code, message, decoders]) => ({
      photo_id,
      code,
      message,
      at_ms: 30,
      decoders: code === "image-corrupt" ? null : decoders,
      why: told[photo_id] ?? null,
    })),
  });
});
