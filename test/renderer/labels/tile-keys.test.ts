import { expect, test } from "vitest";
import { tileAfter } from "../../../renderer/src/labels/tile-keys.ts";

/** Two rows of three, and a third row of its own heading with two. */
const places = [0, 100, 200].flatMap((top, row) =>
  [0, 180, 360].slice(0, row === 2 ? 2 : 3).map((left) => ({ left, top: top + left / 1000 })),
);

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 2, 3],
  ["ArrowRight", 7, 7],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 1, 4],
  ["ArrowDown", 5, 7],
  ["ArrowDown", 7, 7],
  ["ArrowUp", 4, 1],
  ["ArrowUp", 1, 1],
  ["Home", 5, 0],
  ["End", 1, 7],
  ["a", 1, undefined],
])("%s from tile %i leads to %s", (key, at, expected) => {
  expect(tileAfter(key, at, places)).toBe(expected);
});

test("no key leads anywhere without tiles", () => {
  expect(tileAfter("ArrowDown", 0, [])).toBeUndefined();
});
