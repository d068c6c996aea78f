import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { fromAspectByte, toAspectByte } from "../../../electron/contract/aspect.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { joinPhotos } from "../../../electron/engine/catalog/join-photos.ts";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { migrate, readMigrations } from "../../../electron/engine/catalog/migrate.ts";
import { waitsForMirror } from "../../../electron/engine/catalog/mirror-queue.ts";
import { writeFileFacts } from "../../../electron/engine/catalog/photo-facts.ts";
import {
  copyShown,
  hasUserData,
  insertPhoto,
  markShown,
} from "../../../electron/engine/catalog/photos.ts";
import { turnPhotos } from "../../../electron/engine/catalog/turn-photos.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const decoded = { widthPx: 6000, heightPx: 4000, format: "JPEG", colour: "#888888" };

function open(names: readonly string[] = ["a.jpg"]): { db: Database; ids: PhotoId[] } {
  const { db, folderId } = openTestCatalog();
  const ids = names.map((name, index) =>
    insertPhoto(
      db,
      { folderId, directory: "", name },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${index}` },
    ),
  );
  return { db, ids };
}

/** As it is shown. */
function shown(db: Database, id: PhotoId) {
  const { turn, width, height, aspect } = db.get<{
    turn: number;
    width: number | null;
    height: number | null;
    aspect: number;
  }>("SELECT turn, width_px AS width, height_px AS height, aspect FROM photo WHERE id = ?", [id])!;
  return [turn, width, height, Math.round(fromAspectByte(aspect) * 100) / 100];
}

const ACROSS = [6000, 4000, Math.round(fromAspectByte(toAspectByte(6000, 4000)) * 100) / 100];
const UPRIGHT = [4000, 6000, Math.round(fromAspectByte(toAspectByte(4000, 6000)) * 100) / 100];

test("a turn changes the size that is shown, is one entry and is undone and redone", () => {
  const { db, ids } = open(["a.jpg", "b.jpg"]);
  const [a, b] = ids as [PhotoId, PhotoId];
  markShown(db, a, decoded);
  markShown(db, b, { ...decoded, widthPx: 4000, heightPx: 6000 });

  const done = turnPhotos(db, ids, 90);
  const turned = [shown(db, a), shown(db, b)];
  undo(db);
  const undone = [shown(db, a), shown(db, b)];
  redo(db);

  expect(done).toEqual({ entry: expect.any(Number) as number, changed: ids });
  expect(turned).toEqual([
    [90, ...UPRIGHT],
    [90, ...ACROSS],
  ]);
  expect(undone).toEqual([
    [0, ...ACROSS],
    [0, ...UPRIGHT],
  ]);
  expect([shown(db, a), shown(db, b)]).toEqual(turned);
  expect(listEntries(db, { limit: 9 }).map(({ sentence }) => sentence)).toEqual([
    "Turned 2 photos to the right",
  ]);
});

test("turns add up, and one that comes back to the file's leaves no word of the user's", () => {
  const { db, ids } = open();
  const [id] = ids as [PhotoId];
  markShown(db, id, decoded);

  const seen = ([90, 90, -90, -90, -90, 180, -90] as const).map((by) => {
    turnPhotos(db, ids, by);
    return [shown(db, id)[0], hasUserData(db, id)];
  });

  expect(seen).toEqual([
    [90, true],
    [180, true],
    [90, true],
    [0, false],
    [270, true],
    [90, true],
    [0, false],
  ]);
  expect(shown(db, id)).toEqual([0, ...ACROSS]);
});

test("what an XMP file says holds until the user turns the photo, from there on", () => {
  const { db, ids } = open();
  const [id] = ids as [PhotoId];
  markShown(db, id, decoded);
  const read = (turn?: 90 | 180) =>
    writeFileFacts(db, id, { facts: { orientation: 6, ...(turn && { turn }) }, version: 3 });

  read(90);
  const imported = [shown(db, id), hasUserData(db, id)];
  turnPhotos(db, ids, 90);
  const entered = shown(db, id);
  read();
  const kept = shown(db, id);
  undo(db);

  expect(imported).toEqual([[90, ...UPRIGHT], false]);
  expect(entered).toEqual([180, ...ACROSS]);
  expect(kept).toEqual([180, ...ACROSS]);
  expect(shown(db, id)).toEqual([0, ...ACROSS]);
});

test("a photo that is decoded after it was turned, or like its turned twin, has its size as it is shown", () => {
  const { db, ids } = open(["a.jpg", "b.jpg", "c.jpg"]);
  const [a, b, c] = ids as [PhotoId, PhotoId, PhotoId];

  turnPhotos(db, [a, b], 90);
  markShown(db, a, decoded);
  copyShown(db, a, b);
  copyShown(db, a, c);

  expect([shown(db, a), shown(db, b), shown(db, c)]).toEqual([
    [90, ...UPRIGHT],
    [90, ...UPRIGHT],
    [0, ...ACROSS],
  ]);
});

test("videos stay as they are, and where nothing is turned nothing is written down", () => {
  const { db, ids } = open(["a.jpg", "film.mp4"]);
  const [photo, film] = ids as [PhotoId, PhotoId];

  const both = turnPhotos(db, ids, -90);
  const none = turnPhotos(db, [film], 90);

  expect(both.changed).toEqual([photo]);
  expect(none).toEqual({ entry: undefined, changed: [] });
  expect(shown(db, film)[0]).toBe(0);
});

test("of two entries that become one the turn that was entered stays, with its size", () => {
  const { db, ids } = open(["a.dng", "a.jpg"]);
  const [from, to] = ids as [PhotoId, PhotoId];
  markShown(db, to, decoded);
  turnPhotos(db, [from], 90);

  joinPhotos(db, from, to);

  expect(shown(db, to)).toEqual([90, ...UPRIGHT]);
});

test("what was entered before there were turns stays, and its changes still wait for the mirror", () => {
  const connection = new DatabaseSync(":memory:");
  const migrations = readMigrations();
  migrate(connection, migrations.slice(0, 13));
  const db = new Database(connection);
  const { id: folderId } = addFolder(db, "/photos");
  db.run("UPDATE folder SET mirrors = 1");
  const id = db.insert(
    `INSERT INTO photo (folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, aspect, sort_at_ms)
     VALUES (?, '', 'a.jpg', 1, 1, '1:1', 0, 150, 0)`,
    [folderId],
  ) as PhotoId;
  db.run("INSERT INTO user_value (photo_id, field, value) VALUES (?, 'caption', 'Ferry')", [id]);

  migrate(connection, migrations);

  expect(db.all("SELECT field, value FROM user_value")).toEqual([
    { field: "caption", value: "Ferry" },
  ]);
  for (const change of [
    "UPDATE user_value SET value = 'Boat'",
    "UPDATE photo SET name = 'b.jpg'",
    "INSERT INTO user_value (photo_id, field, value) SELECT id, 'turn', 90 FROM photo",
    "DELETE FROM user_value",
  ]) {
    db.run("DELETE FROM mirror_queue");
    db.run(change);
    expect(waitsForMirror(db, id), change).toBe(true);
  }
});
