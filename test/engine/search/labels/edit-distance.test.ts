import { expect, test } from "vitest";
import { editDistance } from "../../../../electron/engine/search/labels/edit-distance.ts";

test.each([
  ["", "", 0],
  ["dog", "dog", 0],
  ["dog", "doge", 1],
  ["grane", "crane", 1],
  ["tbaby", "tabby", 1],
  ["banan", "banana", 1],
  ["cat", "cart", 1],
  ["ctas", "cat", 2],
  ["dog", "cat", 3],
  ["a", "abcdef", 3],
  ["kitten", "sitting", 3],
])("from %j to %j are %i changes, more than two being three", (from, to, distance) => {
  expect(editDistance(from, to, 2)).toBe(distance);
  expect(editDistance(to, from, 2)).toBe(distance);
});
