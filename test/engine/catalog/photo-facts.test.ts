import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import {
  listStaleMetadata,
  markMetadataStale,
  settleValues,
  writeFileFacts,
} from "../../../electron/engine/catalog/photo-facts.ts";
import { hasUserData, insertPhoto, markMissing } from "../../../electron/engine/catalog/photos.ts";
import { localWallMs } from "../../../electron/engine/catalog/wall-time.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const MODIFIED_MS = Date.UTC(2019, 6, 1, 10, 20, 30, 456);

function openWithPhotos(count: number): { db: Database; ids: PhotoId[] } {
  const { db, folderId } = openTestCatalog();
  const ids = Array.from({ length: count }, (_, index) =>
    insertPhoto(
      db,
      { folderId, directory: "", name: `${index}.jpg` },
      { sizeBytes: 1, modifiedAtUs: MODIFIED_MS * 1000, fileKey: `1:${index}` },
    ),
  );
  return { db, ids };
}

function held(db: Database, id: PhotoId) {
  return db.get(
    "SELECT taken_at AS takenAt, taken_from AS takenFrom, rating, sort_at_ms AS sortAtMs FROM photo WHERE id = ?",
    [id],
  );
}

function enter(db: Database, id: PhotoId, field: string, value: string | number): void {
  db.run("INSERT OR REPLACE INTO user_value (photo_id, field, value) VALUES (?, ?, ?)", [
    id,
    field,
    value,
  ]);
  settleValues(db, [id]);
}

test("what a file says holds until the user enters something, and again when that is taken back", () => {
  const { db, ids } = openWithPhotos(1);
  const [id] = ids as [PhotoId];
  const facts = { takenAt: "2020-01-02T03:04:05+02:00", takenFrom: "exif", rating: 2 } as const;

  writeFileFacts(db, id, { facts, version: 1 });
  const said = held(db, id);
  enter(db, id, "taken_at", "2021-01-02T03:04:05");
  enter(db, id, "rating", 0);
  writeFileFacts(db, id, { facts: { ...facts, rating: 5 }, version: 1 });
  const entered = held(db, id);
  db.run("DELETE FROM user_value");
  settleValues(db, [id]);

  const sortAtMs = Date.UTC(2020, 0, 2, 3, 4, 5);
  expect(said).toEqual({ takenAt: facts.takenAt, takenFrom: "exif", rating: 2, sortAtMs });
  expect(entered).toEqual({
    takenAt: "2021-01-02T03:04:05",
    takenFrom: "user",
    rating: 0,
    sortAtMs: Date.UTC(2021, 0, 2, 3, 4, 5),
  });
  expect(held(db, id)).toEqual({ takenAt: facts.takenAt, takenFrom: "exif", rating: 5, sortAtMs });
});

test("a photo that nothing dates is sorted by its file's time, as it was when it was found", () => {
  const { db, ids } = openWithPhotos(1);
  const found = held(db, ids[0]!);

  writeFileFacts(db, ids[0]!, { facts: {}, version: 1 });

  const undated = { takenAt: null, takenFrom: null, rating: 0, sortAtMs: localWallMs(MODIFIED_MS) };
  expect(found).toEqual(undated);
  expect(held(db, ids[0]!)).toEqual(undated);
});

test("a day without a time is sorted at its beginning", () => {
  const { db, ids } = openWithPhotos(1);

  writeFileFacts(db, ids[0]!, { facts: { takenAt: "2023-05-14", takenFrom: "name" }, version: 1 });

  expect(held(db, ids[0]!)).toMatchObject({ sortAtMs: Date.UTC(2023, 4, 14) });
});

test("what a file says is nothing of the user's, and what the user entered is", () => {
  const { db, ids } = openWithPhotos(1);
  const [id] = ids as [PhotoId];
  writeFileFacts(db, id, { facts: { rating: 5, title: "Boats" }, version: 1 });

  const before = hasUserData(db, id);
  enter(db, id, "title", "Ferries");

  expect([before, hasUserData(db, id)]).toEqual([false, true]);
});

test("photos that an older reader read, or beside which something changed, are read again, each once", () => {
  const { db, ids } = openWithPhotos(5);
  const [current, stale, older, gone, unread] = ids as [
    PhotoId,
    PhotoId,
    PhotoId,
    PhotoId,
    PhotoId,
  ];
  for (const id of [current, stale, gone]) writeFileFacts(db, id, { facts: {}, version: 7 });
  writeFileFacts(db, older, { facts: {}, version: 6 });
  for (const id of [stale, gone, unread]) markMetadataStale(db, id);
  markMissing(db, gone);

  const first = listStaleMetadata(db, { version: 7, after: { version: -1, id: 0 }, limit: 1 });
  const second = listStaleMetadata(db, { version: 7, after: first[0]!, limit: 9 });
  const third = listStaleMetadata(db, { version: 7, after: second[0]!, limit: 9 });

  expect([first, second, third]).toEqual([
    [{ id: stale, version: 0 }],
    [{ id: older, version: 6 }],
    [],
  ]);
});

test("settling what was changed is the same as settling everything, field by field", () => {
  const { db, ids } = openWithPhotos(2);
  const [one, other] = ids as [PhotoId, PhotoId];
  const facts = { takenAt: "2020-01-02T03:04:05", takenFrom: "exif", rating: 2, turn: 90 } as const;
  const size = { widthPx: 4000, heightPx: 3000, aspect: 160 };
  db.run("UPDATE photo SET width_px = ?, height_px = ?, aspect = ?", Object.values(size));
  for (const id of ids) writeFileFacts(db, id, { facts, version: 1 });
  const entered = {
    taken_at: "2021-01-02T03:04:05",
    rating: 5,
    flag: "pick",
    colour_label: "red",
    turn: 180,
    title: "Ferry",
  };

  for (const [field, value] of Object.entries(entered)) {
    for (const id of ids)
      db.run("INSERT INTO user_value (photo_id, field, value) VALUES (?, ?, ?)", [
        id,
        field,
        value,
      ]);
    settleValues(db, [one], [field]);
  }
  settleValues(db, [other]);

  const columns =
    "taken_at, taken_from, sort_at_ms, rating, flag, colour_label, turn, width_px, height_px, aspect";
  const rows = db.all(`SELECT ${columns} FROM photo ORDER BY id`);
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[0]).toMatchObject({ rating: 5, flag: "pick", colour_label: "red", turn: 180 });
  expect(rows[0]).toMatchObject({ taken_from: "user", width_px: 4000, height_px: 3000 });
});
