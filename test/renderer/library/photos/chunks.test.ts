import { expect, test } from "vitest";
import {
  chunkOf,
  chunksBetween,
  toChunks,
} from "../../../../renderer/src/library/photos/chunks.ts";

function segment(
  key: string,
  count: number,
): { key: string; count: number; cursors: string[]; aspects: string } {
  const blocks = Math.ceil(count / 500);
  return {
    key,
    count,
    cursors: Array.from({ length: blocks }, (_, block) => `${key}/${block}`),
    aspects: "",
  };
}

test("small months share a request", () => {
  expect(toChunks([segment("a", 100), segment("b", 300), segment("c", 200)])).toEqual([
    { start: 0, count: 400, cursor: "a/0" },
    { start: 400, count: 200, cursor: "c/0" },
  ]);
});

test("a large month is cut at its own cursors", () => {
  expect(toChunks([segment("a", 1_200)])).toEqual([
    { start: 0, count: 500, cursor: "a/0" },
    { start: 500, count: 500, cursor: "a/1" },
    { start: 1_000, count: 200, cursor: "a/2" },
  ]);
});

test("the chunks of a stretch are those that touch it", () => {
  const chunks = toChunks([segment("a", 1_200)]);

  expect(chunksBetween(chunks, 499, 501)).toEqual([0, 1]);
  expect(chunksBetween(chunks, 500, 1_000)).toEqual([1]);
  expect(chunksBetween([], 0, 10)).toEqual([]);
  expect([0, 499, 500, 1_199].map((index) => chunkOf(chunks, index))).toEqual([0, 0, 1, 2]);
});
