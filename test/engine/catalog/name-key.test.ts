import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { letterOf, nameKey } from "../../../electron/engine/catalog/name-key.ts";
import { insertPhoto, movePhoto } from "../../../electron/engine/catalog/photos.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

/** As SQLite compares text: byte by byte. */
function sorted(names: readonly string[]): string[] {
  return names.toSorted((a, b) => Buffer.compare(Buffer.from(nameKey(a)), Buffer.from(nameKey(b))));
}

test.each([
  ["numbers by their value", ["IMG_9.jpg", "IMG_10.jpg", "IMG_100.jpg", "IMG_1000.jpg"]],
  ["long numbers, too", ["20230514_180307.jpg", "20230514_180308.jpg", "202305140_1.jpg"]],
  ["a number before a letter", ["a1.jpg", "a2b.jpg", "ab.jpg"]],
  ["accents and case make no difference", ["eb.jpg", "Éc.jpg", "ed.jpg", "ÖA.jpg", "ob.jpg"]],
  ["what begins with no letter first", ["1.jpg", "_z.jpg", "~a.jpg", "a.jpg"]],
  ["whole numbers before longer names", ["IMG_2.jpg", "IMG_2a.jpg", "IMG_3.jpg"]],
])("names are ordered naturally: %s", (_, names) => {
  expect(sorted(names.toReversed())).toEqual(names);
});

test.each([
  ["IMG_007.jpg", "IMG_7.jpg"],
  ["café.jpg", "cafe\u0301.jpg"],
  ["ＩＭＧ１.jpg", "img1.jpg"],
  ["a\u0001b", "ab"],
])("%j and %j are in the same place", (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test("a key has at most 200 characters, and is whole text whatever the name is", () => {
  const keys = ["🐶".repeat(150), "1a".repeat(120), "\ud800x", ""].map(nameKey);

  for (const key of keys) {
    expect(key.length).toBeLessThanOrEqual(200);
    expect(key.isWellFormed()).toBe(true);
  }
});

test.each([
  ["img.jpg", "I"],
  ["Élan.jpg", "E"],
  ["ß.jpg", "ß"],
  ["ı.jpg", "ı"],
  ["жук.jpg", "Ж"],
  ["写真.jpg", "写"],
  ["2023.jpg", "#"],
  ["_DSC1.jpg", "#"],
  ["🐶.jpg", "#"],
  ["", "#"],
])("%j is in the section %s", (name, section) => {
  expect(letterOf(nameKey(name).codePointAt(0) ?? null)).toBe(section);
});

test("the catalog keeps the key when a file is seen and when it is renamed", () => {
  const { db, folderId } = openTestCatalog();
  const stamp = { sizeBytes: 1, modifiedAtUs: 2, fileKey: "1:2" };
  const keyOf = (id: PhotoId) =>
    db.get<{ key: string }>("SELECT name_key AS key FROM photo WHERE id = ?", [id])?.key;

  const id = insertPhoto(db, { folderId, directory: "", name: "IMG_9.jpg" }, stamp);
  const before = keyOf(id);
  movePhoto(db, id, { folderId, directory: "x", name: "Zoë 10.jpg" }, stamp);

  expect([before, keyOf(id)]).toEqual([nameKey("IMG_9.jpg"), nameKey("Zoë 10.jpg")]);
});
