import { expect, test } from "vitest";
import type { DuplicatePhoto } from "../../../electron/contract/duplicates.ts";
import { copyWords, placeWords, reasonWords } from "../../../renderer/src/duplicates/copy-words.ts";

const usual = {
  widthPx: 4000,
  heightPx: 3000,
  sizeBytes: 1000,
  rating: 0,
  flag: null,
  tags: [],
  albums: 0,
} as unknown as DuplicatePhoto;

function like(change: Partial<DuplicatePhoto>): DuplicatePhoto {
  return { ...usual, ...change };
}

test("what speaks for a photo is said with its numbers", () => {
  const photo = like({ tags: ["Sea", "Boat", "Lisbon"], rating: 4, albums: 1 });

  expect(reasonWords(photo, ["largest", "tagged", "rated", "in-albums"])).toEqual([
    "largest",
    "has 3 tags",
    "4 stars",
    "in 1 album",
  ]);
});

test("a copy is compared with the suggested photo, and says what it has itself", () => {
  const say = (change: Partial<DuplicatePhoto>) => copyWords(like(change), usual, "same-picture");

  expect(say({ widthPx: 2000, heightPx: 1500, tags: ["Sea"] })).toEqual([
    "25% of the pixels",
    "has 1 tag",
  ]);
  expect(say({ sizeBytes: 400 })).toEqual(["40% of the bytes"]);
  expect(say({ flag: "pick" })).toEqual(["same size", "picked"]);
  expect(copyWords(usual, usual, "exact")).toEqual(["same bytes"]);
  expect(copyWords(like({ sizeBytes: 400, rating: 2 }), usual, "bursts")).toEqual(["2 stars"]);
});

test("where a file is, is told by its last folders on every system", () => {
  expect(placeWords("/home/me/Pictures/Trips/a.jpg")).toBe("Pictures/Trips");
  expect(placeWords("C:\\Photos\\a.jpg")).toBe("C:/Photos");
});
