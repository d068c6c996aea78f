import { beforeEach, expect, test } from "vitest";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { addToAlbum } from "../../../electron/engine/albums/album-photos.ts";
import { createAlbum, setAlbumCover } from "../../../electron/engine/albums/albums.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { listEntries } from "../../../electron/engine/catalog/journal/journal.ts";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { writeFileFacts } from "../../../electron/engine/catalog/photo-facts.ts";
import { readEntered } from "../../../electron/engine/catalog/photo-values.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { setValues } from "../../../electron/engine/catalog/set-values.ts";
import { carryOver } from "../../../electron/engine/duplicates/carry-over.ts";
import { importTags } from "../../../electron/engine/tags/import-tags.ts";
import { addTag, removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const text = { modelKey: "test", labelThreshold: 0.3 };

let db: Database;
let folderId: FolderId;
let kept: PhotoId;
let copy: PhotoId;
let other: PhotoId;

beforeEach(() => {
  ({ db, folderId } = openTestCatalog());
  [kept, copy, other] = ["kept.jpg", "copy.jpg", "other.jpg"].map((name) =>
    insertPhoto(
      db,
      { folderId, directory: "", name },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${name}` },
    ),
  ) as [PhotoId, PhotoId, PhotoId];
});

function tagsOf(id: PhotoId): string[] {
  return db
    .all<{ path: string; origin: string }>(
      "SELECT path, origin FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ? ORDER BY key",
      [id],
    )
    .map(({ path, origin }) => (origin === "file" ? `${path} (file)` : path));
}

function carry(): number | undefined {
  return carryOver(db, [{ keep: kept, others: [copy, other] }], { text }).entry;
}

test("the photo that is kept gets the tags, albums, marks and words that only its copies have, as one entry", () => {
  addTag(db, "Lisbon", [kept, copy], text);
  addTag(db, "Boat", [copy], text);
  addTag(db, "Sea", [other], text);
  setValues(db, [copy], { rating: 3, title: "Tejo", flag: "pick" }, text);
  setValues(db, [other], { rating: 5, caption: "At noon", colourLabel: "red" }, text);
  const { album } = createAlbum(db, "Trip", [copy]);
  setAlbumCover(db, album.id, copy);
  const before = [tagsOf(kept), readEntered(db, kept)];

  const entry = carry();

  expect(tagsOf(kept)).toEqual(["Boat", "Lisbon", "Sea"]);
  expect(readEntered(db, kept)).toEqual({
    rating: 5,
    title: "Tejo",
    flag: "pick",
    caption: "At noon",
    colourLabel: "red",
  });
  expect(db.get("SELECT rating, flag FROM photo WHERE id = ?", [kept])).toEqual({
    rating: 5,
    flag: "pick",
  });
  expect(db.all("SELECT photo_id FROM album_photo ORDER BY photo_id")).toEqual([
    { photo_id: kept },
    { photo_id: copy },
  ]);
  expect(db.get("SELECT cover_photo_id AS cover FROM album")).toEqual({ cover: kept });

  undo(db, entry);

  expect([tagsOf(kept), readEntered(db, kept)]).toEqual(before);
  expect(db.all("SELECT photo_id FROM album_photo")).toEqual([{ photo_id: copy }]);
  expect(db.get("SELECT cover_photo_id AS cover FROM album")).toEqual({ cover: copy });
});

test("what the photo that is kept has, or is said to have none of, stays as it is", () => {
  setValues(db, [kept], { rating: 2, caption: "" }, text);
  writeFileFacts(db, kept, { facts: { title: "Of the file" }, version: 1 });
  setValues(db, [copy], { rating: 5, caption: "Other", title: "Other" }, text);

  expect(carry()).toBeUndefined();
});

test("words of a copy's file are kept, but for those that the user took from the photo", () => {
  importTags(db, kept, ["Wrong", "Both"]);
  importTags(db, copy, ["Wrong", "Both", "Only here"]);
  removeTag(db, "Wrong", [kept], text);

  carry();

  expect(tagsOf(kept)).toEqual(["Both (file)", "Only here"]);
});

test("an album has the photo where its copy was", () => {
  const { album } = createAlbum(db, "Trip", [other]);
  const last = insertPhoto(
    db,
    { folderId, directory: "", name: "z.jpg" },
    { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:z" },
  );
  addToAlbum(db, album.id, { photos: [last] });

  carry();

  const order = db.all<{ id: PhotoId }>(
    "SELECT photo_id AS id FROM album_photo ORDER BY place, photo_id",
  );
  expect(order.map(({ id }) => id)).toEqual([kept, other, last]);
});

test("a photo that does not say when it was taken gets the time of its copy, and what the user entered goes before the file", () => {
  const takenAt = () =>
    db.get("SELECT taken_at AS at, taken_from AS told FROM photo WHERE id = ?", [kept]);
  writeFileFacts(db, copy, {
    facts: { takenAt: "2024-05-01T10:00:00", takenFrom: "exif" },
    version: 1,
  });

  const entry = carry();
  const given = takenAt();
  undo(db, entry);
  const before = takenAt();
  writeFileFacts(db, kept, {
    facts: { takenAt: "2020-01-01T00:00:00", takenFrom: "exif" },
    version: 1,
  });

  expect(given).toEqual({ at: "2024-05-01T10:00:00", told: "user" });
  expect(before).toEqual({ at: null, told: null });
  expect(carry()).toBeUndefined();
});

test("what is carried over in parts is one entry, which one undo takes back, and goes on with nothing else", () => {
  addTag(db, "Lisbon", [copy], text);
  const { entry: tagged } = addTag(db, "Sea", [other], text);
  const stamp = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:second" };
  const second = insertPhoto(db, { folderId, directory: "", name: "second.jpg" }, stamp);

  const { entry } = carryOver(db, [{ keep: kept, others: [copy] }], { text });
  carryOver(db, [{ keep: second, others: [other] }], { text, entry });

  expect([tagsOf(kept), tagsOf(second)]).toEqual([["Lisbon"], ["Sea"]]);
  expect(listEntries(db, { limit: 1 })).toMatchObject([{ id: entry, photos: 2 }]);
  expect(() => carryOver(db, [{ keep: kept, others: [other] }], { text, entry: tagged })).toThrow(
    expect.objectContaining({ code: "request-invalid" }),
  );
  undo(db, entry);
  expect([tagsOf(kept), tagsOf(second)]).toEqual([[], []]);
});
