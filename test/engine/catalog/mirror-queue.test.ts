import { expect, test } from "vitest";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { joinPhotos } from "../../../electron/engine/catalog/join-photos.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import {
  leaveQueue,
  listDue,
  nextDueMs,
  queueMerge,
  queueNow,
  setMirrors,
  settleQueue,
} from "../../../electron/engine/catalog/mirror-queue.ts";
import { listFolderMirrors } from "../../../electron/engine/catalog/mirror-standing.ts";
import {
  deletePhoto,
  insertPhoto,
  markMissing,
  movePhoto,
} from "../../../electron/engine/catalog/photos.ts";
import { addTag, removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { renameTag } from "../../../electron/engine/tags/rename-tag.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";

/** Turns a folder on or off, with all that follows from it; answers with the number of parts. */
function turn(db: Database, folder: FolderId, isOn: boolean): number {
  setMirrors(db, folder, isOn);
  let parts = 0;
  while (settleQueue(db)) parts++;
  return parts;
}

const text = { modelKey: "test", labelThreshold: 0.3 };
const stamp = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" };

/** A folder that mirrors and one that does not. */
function openCatalog() {
  const { db, folderId: on } = openTestCatalog();
  const off = addFolder(db, "/others").id;
  turn(db, on, true);
  let count = 0;
  const empty = () => void db.run("DELETE FROM mirror_queue");
  const waiting = () =>
    db
      .all<{ id: PhotoId }>("SELECT photo_id AS id FROM mirror_queue ORDER BY photo_id")
      .map(({ id }) => id);
  return {
    db,
    on,
    off,
    empty,
    waiting,
    add: (folderId: FolderId = on) =>
      insertPhoto(db, { folderId, directory: "", name: `${++count}.jpg` }, stamp),
    /** What is in the queue after this, and nothing else. */
    after: (work: () => unknown): PhotoId[] => {
      empty();
      work();
      return waiting();
    },
  };
}

test("whatever the user enters for photos of a folder that mirrors waits, undone and redone as well", () => {
  const { db, add, off, after } = openCatalog();
  const [a, b, other] = [add(), add(), add(off)];

  expect(after(() => addTag(db, "Lisbon", [a, other], text))).toEqual([a]);
  expect(after(() => undo(db))).toEqual([a]);
  expect(after(() => redo(db))).toEqual([a]);
  expect(after(() => addTag(db, "Lisbon", [a, b], text))).toEqual([b]);
  expect(after(() => removeTag(db, "Lisbon", [a, b, other], text))).toEqual([a, b]);
  const value = "INSERT OR REPLACE INTO user_value (photo_id, field, value) VALUES (?, ?, ?)";
  expect(after(() => db.run(value, [a, "rating", 4]))).toEqual([a]);
  expect(after(() => db.run(value, [a, "rating", 5]))).toEqual([a]);
  expect(after(() => db.run("DELETE FROM user_value"))).toEqual([a]);
  expect(after(() => db.run(value, [a, "taken_at", "2024-05-06"]))).toEqual([]);
});

test("a tag that is renamed or merged takes its photos into the queue, an imported one does not", () => {
  const { db, add, after } = openCatalog();
  const [a, b, c] = [add(), add(), add()];
  addTag(db, "Lisbon", [a], text);
  addTag(db, "Tagus", [b], text);
  const imported = "INSERT OR IGNORE INTO photo_tag VALUES (?, ?, 1, 'file')";
  const idOf = (key: string) =>
    db.get<{ id: number }>("SELECT id FROM tag WHERE key = ?", [key])!.id;

  expect(after(() => renameTag(db, "Lisbon", "Lisboa"))).toEqual([a]);
  expect(after(() => undo(db))).toEqual([a]);
  expect(after(() => renameTag(db, "Lisbon", "Places/Lisboa"))).toEqual([a]);
  expect(after(() => renameTag(db, "Places", "Cities"))).toEqual([a]);
  expect(after(() => renameTag(db, "Cities/Lisboa", "Tagus"))).toEqual([a]);
  expect(after(() => db.run(imported, [c, idOf("tagus")]))).toEqual([]);
  expect(after(() => addTag(db, "Tagus", [c], text))).toEqual([c]);
});

test("a photo that waits already waits anew, however the change was made", () => {
  const { db, add } = openCatalog();
  const a = add();
  addTag(db, "Lisbon", [a], text);
  db.run("UPDATE mirror_queue SET not_before_ms = 5, attempts = 3");

  db.run("INSERT OR IGNORE INTO user_value (photo_id, field, value) VALUES (?, 'title', 'Ferry')", [
    a,
  ]);
  db.run("INSERT OR REPLACE INTO user_value (photo_id, field, value) VALUES (?, 'title', 'Boat')", [
    a,
  ]);

  const row = db.get<{ at: number }>(
    "SELECT not_before_ms AS at, attempts, revision FROM mirror_queue",
  );
  expect(row).toMatchObject({ attempts: 0, revision: 2 });
  expect(row!.at - Date.now()).toBeGreaterThan(1000);
  expect(row!.at - Date.now()).toBeLessThanOrEqual(2000);
});

test("turned on, everything that the user entered there waits; turned off, nothing does", () => {
  const { db, add, on, off, waiting } = openCatalog();
  turn(db, on, false);
  const [tagged, rated, imported, dated] = [add(), add(), add(), add()];
  const elsewhere = add(off);
  addTag(db, "Lisbon", [tagged, elsewhere], text);
  db.run("INSERT INTO user_value VALUES (?, 'rating', 4), (?, 'taken_at', '2024-05-06')", [
    rated,
    dated,
  ]);
  db.run("INSERT INTO photo_tag SELECT ?, id, 1, 'file' FROM tag", [imported]);
  const before = waiting();

  turn(db, on, true);
  const turnedOn = waiting();
  const status = listFolderMirrors(db);
  turn(db, on, false);

  expect([before, turnedOn, waiting()]).toEqual([[], [tagged, rated], []]);
  const none = { waiting: 0, conflicts: 0, readOnly: 0, failed: 0 };
  expect(status).toEqual([
    { id: off, isOn: false, ...none },
    { id: on, isOn: true, ...none, waiting: 2 },
  ]);
});

test("a sidecar of another program is merged at once, of photos that the user entered something for", () => {
  const { db, add, after } = openCatalog();
  const [tagged, strange] = [add(), add()];
  addTag(db, "Lisbon", [tagged], text);

  const found = after(() => [tagged, strange].forEach((id) => queueMerge(db, id)));

  expect(found).toEqual([tagged]);
  expect(listDue(db, { offline: [], nowMs: Date.now(), limit: 9 })).toEqual([tagged]);
});

test("a photo that moves is looked at again, one that leaves for a folder that does not mirror is not, one that is deleted is gone", () => {
  const { db, add, on, off, after, waiting } = openCatalog();
  const [a, b, c, d] = [add(), add(), add(), add()];
  addTag(db, "Lisbon", [a, b, c], text);
  const to = (id: PhotoId, folderId: FolderId) =>
    movePhoto(db, id, { folderId, directory: "2024", name: `${id}.jpg` }, stamp);

  expect(after(() => to(a, on))).toEqual([a]);
  to(a, off);
  expect(waiting()).toEqual([]);
  expect(after(() => to(a, on))).toEqual([a]);
  expect(after(() => to(d, on))).toEqual([]);
  expect(after(() => joinPhotos(db, b, a))).toEqual([a]);
  addTag(db, "Tagus", [c], text);
  deletePhoto(db, c);
  expect(waiting()).toEqual([a]);
});

test("photos wait for their time, for their file and for their folder, and what the user asks for goes first", () => {
  const { db, add, on, off } = openCatalog();
  const [a, gone, now] = [add(), add(), add(off)];
  addTag(db, "Lisbon", [a, gone], text);
  markMissing(db, gone);
  const nowMs = Date.now();
  const due = (afterMs: number, offline: FolderId[] = []) =>
    listDue(db, { offline, nowMs: nowMs + afterMs, limit: 9 });
  const dueMs = nextDueMs(db, { offline: [], nowMs })!;

  expect([due(0), due(60_000), due(60_000, [on])]).toEqual([[], [a], []]);
  expect(dueMs - nowMs).toBeGreaterThan(1000);
  expect(nextDueMs(db, { offline: [on], nowMs })).toBeUndefined();
  queueNow(db, [now]);
  expect([due(0), due(60_000)]).toEqual([[now], [now, a]]);
  leaveQueue(db, now);
  expect(due(60_000)).toEqual([a]);
});

test("a time that a clock in the future wrote is no reason to wait", () => {
  const { db, add } = openCatalog();
  addTag(db, "Lisbon", [add()], text);
  const nowMs = Date.now();
  const aYear = 365 * 86_400_000;

  expect(nextDueMs(db, { offline: [], nowMs: nowMs - aYear })).toBe(nowMs - aYear);
});

test("a large folder is turned on and off in parts, and goes on after a kill where it was", () => {
  const { db, on, waiting } = openCatalog();
  turn(db, on, false);
  const rows = `WITH RECURSIVE n (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM n WHERE id < 12000)`;
  db.run(
    `${rows} INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
     SELECT id, ?, '', id || '.jpg', 1, 1, '1:' || id, 1, 150, 1 FROM n`,
    [on],
  );
  const even = db
    .all<{ id: PhotoId }>("SELECT id FROM photo WHERE id % 2 = 0 ORDER BY id")
    .map(({ id }) => id);
  addTag(db, "Lisbon", even, text);
  const nowMs = Date.now();

  setMirrors(db, on, true);
  const due = nextDueMs(db, { offline: [], nowMs });
  const sizes = [0, 1, 2].map(() => {
    settleQueue(db);
    return waiting().length;
  });
  const isMore = settleQueue(db);
  const queued = waiting();
  db.run("UPDATE mirror_queue SET attempts = 2, not_before_ms = ?", [nowMs + 60_000]);
  setMirrors(db, on, false);
  settleQueue(db);
  const half = waiting().length;
  setMirrors(db, on, true);
  while (settleQueue(db));
  const again = waiting();
  const parts = turn(db, on, false);

  expect([due, sizes, isMore, queued]).toEqual([nowMs, [2500, 5000, 6000], false, even]);
  expect([half, again, parts, waiting()]).toEqual([3500, even, 3, []]);
  expect(nextDueMs(db, { offline: [], nowMs })).toBeUndefined();
});
