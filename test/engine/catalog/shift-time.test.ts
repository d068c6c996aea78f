import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { writeFileFacts } from "../../../electron/engine/catalog/photo-facts.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { setTimes, shiftTimes } from "../../../electron/engine/catalog/shift-time.ts";
import { formatWallTime, localWallMs } from "../../../electron/engine/catalog/wall-time.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const MODIFIED_MS = Date.UTC(2019, 6, 1, 10, 20, 30);

/** A photo for each capture time; undefined is one whose file does not say. */
function openWith(times: readonly (string | undefined)[]): { db: Database; ids: PhotoId[] } {
  const { db, folderId } = openTestCatalog();
  const ids = times.map((takenAt, index) => {
    const id = insertPhoto(
      db,
      { folderId, directory: "", name: `${index}.jpg` },
      { sizeBytes: 1, modifiedAtUs: MODIFIED_MS * 1000, fileKey: `1:${index}` },
    );
    const facts = takenAt === undefined ? {} : { takenAt, takenFrom: "exif" as const };
    writeFileFacts(db, id, { facts, version: 1 });
    return id;
  });
  return { db, ids };
}

function times(db: Database): (string | null)[] {
  return db
    .all<{ takenAt: string | null }>("SELECT taken_at AS takenAt FROM photo ORDER BY id")
    .map(({ takenAt }) => takenAt);
}

test("a shift moves every photo by the same time and keeps its offset; one that nothing dates is moved from its file's time", () => {
  const { db, ids } = openWith(["2023-12-31T23:30:00+01:00", "2023-05-14", undefined]);

  expect(shiftTimes(db, ids, 5400).changed).toEqual(ids);

  expect(times(db)).toEqual([
    "2024-01-01T01:00:00+01:00",
    "2023-05-14T01:30:00",
    formatWallTime(localWallMs(MODIFIED_MS) + 5_400_000),
  ]);
});

test("the first photo gets the time that is given, and the others keep their distance to it", () => {
  const { db, ids } = openWith(["2020-01-01T00:10:00", "2020-01-01T00:00:00"]);

  setTimes(db, ids, "2023-05-14T12:00:00");

  expect(times(db)).toEqual(["2023-05-14T12:00:00", "2023-05-14T11:50:00"]);
});

test("a shift is undone and done again, and the timeline follows", () => {
  const { db, ids } = openWith(["2023-05-14T12:00:00", undefined]);
  const order = () =>
    db.all<{ at: number }>("SELECT sort_at_ms AS at FROM photo ORDER BY id").map(({ at }) => at);
  const [before, orderBefore] = [times(db), order()];
  shiftTimes(db, ids, -86_400);
  const shifted = [times(db), order()];

  undo(db);
  const undone = [times(db), order()];
  redo(db);

  expect(undone).toEqual([before, orderBefore]);
  expect([times(db), order()]).toEqual(shifted);
  expect(listEntries(db, { limit: 9 }).map(({ sentence }) => sentence)).toEqual([
    "Moved the capture time of 2 photos 1 d earlier",
  ]);
});

test("the shifted time holds when the file is read again", () => {
  const { db, ids } = openWith(["2023-05-14T12:00:00"]);
  shiftTimes(db, ids, 3600);

  const facts = { takenAt: "2023-05-14T12:00:00", takenFrom: "exif" } as const;
  writeFileFacts(db, ids[0]!, { facts, version: 2 });

  expect(times(db)).toEqual(["2023-05-14T13:00:00"]);
});

test("a shift out of the calendar is refused, and no photo is moved", () => {
  const { db, ids } = openWith(["2023-05-14T12:00:00", "9999-01-01T00:00:00"]);

  expect(() => shiftTimes(db, ids, 400 * 86_400)).toThrow(
    expect.objectContaining({ code: "request-invalid" }) as Error,
  );
  expect(() => setTimes(db, [999 as PhotoId], "2023-05-14T12:00:00")).toThrow(
    expect.objectContaining({ code: "photo-unknown" }) as Error,
  );
  expect(times(db)).toEqual(["2023-05-14T12:00:00", "9999-01-01T00:00:00"]);
  expect(shiftTimes(db, ids, 0)).toEqual({ entry: undefined, changed: [] });
});
