import { expect, test } from "vitest";
import type { FolderId } from "../../../electron/contract/folder.ts";
import {
  countPhotos,
  readCounts,
  readKeptCounts,
  recount,
} from "../../../electron/engine/catalog/counts.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder, removeFolder } from "../../../electron/engine/catalog/folders.ts";
import { setPaused } from "../../../electron/engine/catalog/paused-folders.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { forgetFolder, relocateFolder } from "../../../electron/engine/catalog/removed-folders.ts";
import { countWaiting, isWaiting, listWaiting } from "../../../electron/engine/catalog/waiting.ts";
import { createRandom, type Random } from "../../hostile/random.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const SEED = 20;
const STEPS = 600;

/** Everything that changes what is counted, as the catalog's own rooms do it. */
const steps: readonly ((db: Database, random: Random, at: number) => void)[] = [
  insertOne,
  insertOne,
  update("missing_since_ms = 1"),
  update("missing_since_ms = NULL"),
  update("indexed_by = 'starter'"),
  update("indexed_by = NULL"),
  update("has_failed = 1 - has_failed"),
  update("flag = 'pick'"),
  update("flag = CASE flag WHEN 'pick' THEN 'reject' WHEN 'reject' THEN NULL ELSE 'pick' END"),
  update("flag = 'pick', missing_since_ms = NULL"),
  update("kind = 'video', format = 'MP4', fingerprint = id"),
  update("kind = 'photo', format = NULL"),
  (db, random) =>
    db.run(
      "UPDATE OR IGNORE photo_tag SET photo_id = photo_id + 1 WHERE photo_id % 7 = ? AND photo_id + 1 IN (SELECT id FROM photo)",
      [random.below(7)],
    ),
  (db, random) =>
    db.run(
      "INSERT OR IGNORE INTO photo_tag (photo_id, tag_id, added_at_ms) SELECT id, ?, 0 FROM photo WHERE id % 3 = ?",
      [1 + random.below(2), random.below(3)],
    ),
  (db, random) => db.run("DELETE FROM photo_tag WHERE photo_id % 5 = ?", [random.below(5)]),
  (db, random) => db.run("DELETE FROM photo WHERE id = ?", [1 + random.below(200)]),
  (db, random) => {
    if (random.below(6) === 0) removeFolder(db, pickFolder(db, random));
    else addFolder(db, `/photos ${random.below(4)}`);
  },
  (db, random) => {
    if (random.below(8) === 0) forgetFolder(db, pickFolder(db, random));
  },
  (db, random) => {
    const id = pickFolder(db, random);
    if (random.below(8) === 0 && !hasPath(db, "/photos 9")) relocateFolder(db, { id }, "/photos 9");
  },
];

test("what is kept is what counting finds, whatever is done to photos, tags and folders", () => {
  const { db } = openTestCatalog();
  db.run("INSERT INTO tag (id, path, key) VALUES (1, 'a', 'a'), (2, 'b', 'b')");
  const random = createRandom(SEED);
  for (let at = 0; at < STEPS; at++) {
    random.pick(steps)(db, random, at);
    expect(readKeptCounts(db), `seed ${SEED}, step ${at}`).toEqual(countAll(db));
    expect(countWaiting(db), `seed ${SEED}, step ${at}`).toBe(listWaiting(db, 1_000_000).length);
  }
  const { photos } = readKeptCounts(db);
  const inFolders = db.all<{ id: FolderId }>("SELECT id FROM folder WHERE removed_at_ms IS NULL");
  expect(photos).toBeGreaterThan(0);
  expect(inFolders.reduce((sum, { id }) => sum + countPhotos(db, id), 0)).toBe(photos);
});

test("rows that came without triggers are counted anew", () => {
  const { db } = openTestCatalog();
  for (let at = 0; at < 10; at++) insertOne(db, createRandom(at), at);
  db.run("INSERT INTO tag (id, path, key) VALUES (1, 'a', 'a')");
  db.run("INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) SELECT id, 1, 0 FROM photo");
  db.run("UPDATE photo_count SET present = 7, tagged = 3, picked = 2, waiting = 0");

  recount(db);

  expect(readCounts(db)).toMatchObject({ photos: 10, untagged: 0 });
  expect(readKeptCounts(db)).toEqual(countAll(db));
  expect(countWaiting(db)).toBe(10);
});

test("photos of folders that rest or cannot be reached do not wait to be indexed", () => {
  const { db } = openTestCatalog();
  const [here, away, resting] = ["/here", "/away", "/resting"].map((at) => addFolder(db, at).id);
  const places = [here!, away!, resting!].map((folderId) => ({ folderId, directory: "" }));
  const stamp = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" };
  const ids = places.flatMap((place) =>
    ["a.jpg", "b.jpg"].map((name) => insertPhoto(db, { ...place, name }, stamp)),
  );
  setPaused(db, resting!, true);
  const choice = { withPaused: false, offline: [away!] };

  expect(listWaiting(db, 9, choice).toSorted()).toEqual(ids.slice(0, 2));
  expect(ids.filter((id) => isWaiting(db, id, choice))).toEqual(ids.slice(0, 2));
  expect(countWaiting(db, choice)).toBe(2);
  expect(countWaiting(db, choice, [away!])).toBe(0);
  expect(listWaiting(db, 1, { withPaused: true, offline: [away!] })).toHaveLength(1);
});

function insertOne(db: Database, random: Random, at: number): void {
  const place = { folderId: pickFolder(db, random), directory: "", name: `${at}.jpg` };
  insertPhoto(db, place, { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${at}` });
}

function update(change: string): (db: Database, random: Random) => void {
  return (db, random) => db.run(`UPDATE photo SET ${change} WHERE id % 4 = ?`, [random.below(4)]);
}

function pickFolder(db: Database, random: Random): FolderId {
  return random.pick(db.all<{ id: FolderId }>("SELECT id FROM folder")).id;
}

function hasPath(db: Database, path: string): boolean {
  return db.get("SELECT 1 FROM folder WHERE path = ?", [path]) !== undefined;
}

function countAll(db: Database): unknown {
  return db.get(
    `SELECT count(*) FILTER (WHERE missing_since_ms IS NULL) AS photos,
       count(*) FILTER (WHERE missing_since_ms IS NULL AND indexed_by IS NOT NULL) AS indexed,
       count(*) FILTER (WHERE missing_since_ms IS NULL AND photo.id NOT IN (SELECT photo_id FROM photo_tag)) AS untagged,
       count(*) FILTER (WHERE missing_since_ms IS NULL AND flag = 'pick') AS picked,
       count(*) FILTER (WHERE missing_since_ms IS NOT NULL) AS missing
     FROM photo WHERE folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL)`,
  );
}
