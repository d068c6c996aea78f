import { expect, test, vi } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import {
  findSamePicture,
  MOST_CONTENTS,
} from "../../../electron/engine/duplicates/find-same-picture.ts";
import { savePicture } from "../../../electron/engine/duplicates/pictures.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

interface Given {
  /** Frequencies that are turned over, of 256. */
  readonly bits?: number;
  readonly width?: number;
  readonly height?: number;
  readonly takenAt?: string;
  readonly takenFrom?: string;
}

/** Looks as many pictures do: what is turned over is spread over all frequencies. */
function lookWith(bits: number): Uint8Array {
  const look = new Uint8Array(80).fill(0x5a);
  for (let at = 0; at < bits; at++) {
    const bit = (at * 37) % 256;
    look[bit >> 3]! ^= 1 << (bit & 7);
  }
  return look;
}

/** How many photos are one picture with the first of them. */
function together(...photos: Given[]): number {
  const { db, ids } = fill(photos);
  return findSamePicture(db, ids[0]!).length;
}

function fill(photos: readonly Given[]): { db: Database; ids: PhotoId[] } {
  const { db, folderId } = openTestCatalog();
  const ids = photos.map(
    ({ bits = 0, width = 400, height = 300, takenAt, takenFrom = "exif" }, at): PhotoId => {
      const stamp = { sizeBytes: 9, modifiedAtUs: 1, fileKey: `1:${at}` };
      const id = insertPhoto(db, { folderId, directory: "", name: `${at}.jpg` }, stamp);
      db.run(
        "UPDATE photo SET fingerprint = ?, width_px = ?, height_px = ?, taken_at = ?, taken_from = ? WHERE id = ?",
        [`f${at}`, width, height, takenAt ?? null, takenAt === undefined ? null : takenFrom, id],
      );
      savePicture(db, `f${at}`, lookWith(bits));
      return id;
    },
  );
  return { db, ids };
}

test("pictures of one look are the same, and those that look a little different", () => {
  expect(together({}, { width: 200, height: 150 }, { bits: 6 })).toBe(3);
});

test("pictures of another look are not", () => {
  expect(together({}, { bits: 40 })).toBe(0);
});

test("another shape is another picture, but for a side that was rounded", () => {
  expect(together({}, { width: 400, height: 280 })).toBe(0);
  expect(together({}, { width: 100, height: 75 }, { width: 133, height: 100 })).toBe(3);
});

test("photos that a camera took at different times are different photos, however alike", () => {
  const first = { takenAt: "2024-05-01T10:00:00" };

  expect(together(first, { takenAt: "2024-05-01T10:00:01" })).toBe(0);
  expect(together(first, { takenAt: "2024-05-01T10:00:00+02:00" })).toBe(2);
  expect(together(first, {})).toBe(2);
  expect(together(first, { takenAt: "2024-05-01T12:00:00", takenFrom: "user" })).toBe(2);
});

test("of many pictures that look the same not each is compared with all others to find that they are a series", () => {
  const { db, ids } = fill(Array.from({ length: MOST_CONTENTS + 1 }, () => ({})));
  const asked = vi.spyOn(db, "all");

  expect(findSamePicture(db, ids[0]!)).toEqual([]);
  expect(asked.mock.calls.length).toBeLessThan(MOST_CONTENTS);
});
