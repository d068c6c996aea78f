import { expect, test } from "vitest";
import {
  addRange,
  countOf,
  fromIndexes,
  hasIndex,
  indexesOf,
  invertRanges,
  removeRange,
  toggleIndex,
  wholeRange,
} from "../../../../renderer/src/library/photos/ranges.ts";

const some = [
  { start: 2, end: 5 },
  { start: 8, end: 10 },
];

test("membership is exact at the edges", () => {
  expect([1, 2, 4, 5, 8, 9, 10].map((index) => hasIndex(some, index))).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
    false,
  ]);
});

test("ranges that touch become one", () => {
  expect(addRange(some, { start: 5, end: 8 })).toEqual([{ start: 2, end: 10 }]);
  expect(addRange(some, { start: 0, end: 1 })).toEqual([{ start: 0, end: 1 }, ...some]);
  expect(addRange(some, { start: 3, end: 3 })).toEqual(some);
});

test("taking out the middle leaves both sides", () => {
  expect(removeRange(some, { start: 3, end: 9 })).toEqual([
    { start: 2, end: 3 },
    { start: 9, end: 10 },
  ]);
});

test("toggling twice changes nothing", () => {
  for (const index of [0, 2, 3, 9, 20])
    expect(toggleIndex(toggleIndex(some, index), index)).toEqual(some);
});

test("the inverse of the inverse is the set itself", () => {
  expect(invertRanges(invertRanges(some, 12), 12)).toEqual(some);
  expect(invertRanges([], 3)).toEqual(wholeRange(3));
});

test("indexes become ranges and come back", () => {
  expect(fromIndexes([9, 2, 3, 8, 4, 3])).toEqual(some);
  expect([...indexesOf(some)]).toEqual([2, 3, 4, 8, 9]);
});

test("everything of a million photos is one range", () => {
  expect(countOf(wholeRange(1_000_000))).toBe(1_000_000);
  expect(wholeRange(1_000_000)).toHaveLength(1);
});
