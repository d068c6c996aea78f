import { expect, test } from "vitest";
import { toAspectByte } from "../../../electron/contract/aspect.ts";
import { justify } from "../../../renderer/src/grid/layout/justify.ts";
import { navigate, type Direction } from "../../../renderer/src/grid/layout/navigate.ts";
import { options } from "./layouts.ts";

// Squares of 220 px: five fill a row of 1152. Two sections of twelve and three.
const aspects = new Uint8Array(15).fill(toAspectByte(1, 1));
const sections = [
  { start: 0, count: 12, hasHeader: true },
  { start: 12, count: 3, hasHeader: true },
];
const layout = justify(aspects, sections, options);
const frame = { layout, aspects, widthPx: 1152, gapPx: 4, viewportPx: 400 };

test.each<[Direction, number, number]>([
  ["left", 3, 2],
  ["left", 0, 0],
  ["right", 4, 5],
  ["right", 14, 14],
  ["up", 7, 2],
  ["up", 2, 2],
  ["down", 2, 7],
  ["down", 9, 11],
  ["row-start", 8, 5],
  ["row-end", 8, 9],
  ["first", 9, 0],
  ["last", 3, 14],
  ["page-down", 1, 11],
  ["page-up", 11, 1],
  ["section-down", 3, 12],
  ["section-down", 13, 13],
  ["section-up", 14, 12],
  ["section-up", 12, 0],
])("%s from photo %i reaches %i", (direction, from, to) => {
  expect(navigate(frame, from, direction)).toBe(to);
});

test("down crosses a header into the next section", () => {
  expect(navigate(frame, 11, "down")).toBe(13);
  expect(navigate(frame, 13, "up")).toBe(11);
});
