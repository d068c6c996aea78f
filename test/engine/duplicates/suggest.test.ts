import { expect, test } from "vitest";
import type { DuplicateKind } from "../../../electron/contract/duplicates.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Candidate } from "../../../electron/engine/duplicates/read-candidates.ts";
import { suggest } from "../../../electron/engine/duplicates/suggest.ts";

const usual: Omit<Candidate, "id"> = {
  nameLength: "IMG_5.jpg".length,
  pixels: 1000,
  sizeBytes: 500,
  modifiedAtMs: 10,
  flag: null,
  rating: 0,
  tags: 0,
  albums: 0,
};

/** What is suggested of photos that differ from the usual one as given: which one, and why. */
function of(kind: DuplicateKind, ...photos: Partial<Candidate>[]): readonly [number, ...string[]] {
  const candidates = photos.map((one, at) => ({ ...usual, id: (at + 1) as PhotoId, ...one }));
  const { keep, reasons } = suggest(kind, candidates);
  return [keep.id, ...reasons];
}

test("the largest is kept, whatever it weighs and has", () => {
  expect(of("same-picture", { sizeBytes: 900, tags: 3 }, { pixels: 4000, sizeBytes: 100 })).toEqual(
    [2, "largest"],
  );
});

test("of as many pixels that with the most bytes, because it lost the least", () => {
  expect(
    of("same-picture", { sizeBytes: 300 }, { sizeBytes: 400 }, { pixels: 10, sizeBytes: 999 }),
  ).toEqual([2, "largest", "least-compressed"]);
});

test("of the same bytes what the user gave the most, then the earliest, then the plainest name", () => {
  expect(of("exact", {}, { tags: 2 }, { tags: 1, rating: 5 })).toEqual([2, "tagged"]);
  expect(of("exact", {}, { rating: 4 })).toEqual([2, "rated"]);
  expect(of("exact", {}, { albums: 1 })).toEqual([2, "in-albums"]);
  expect(of("exact", { modifiedAtMs: 20 }, {})).toEqual([2, "earliest"]);
  expect(of("exact", { nameLength: "IMG_5 copy.jpg".length }, {})).toEqual([2]);
  expect(of("exact", {}, {})).toEqual([1]);
});

test("of a burst what the user picked or rated goes before size", () => {
  expect(of("bursts", {}, { sizeBytes: 900 })).toEqual([2]);
  expect(of("bursts", { pixels: 9000 }, { rating: 3 }, { flag: "pick" })).toEqual([3, "picked"]);
});

test("what the user rejected is kept only where everything is", () => {
  expect(of("same-picture", { pixels: 9000, flag: "reject" }, {})).toEqual([2]);
  expect(of("exact", { flag: "reject" }, { flag: "reject" })).toEqual([1]);
});
