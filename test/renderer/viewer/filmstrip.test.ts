import { expect, test } from "vitest";
import {
  STRIP_GAP_PX,
  stepOf,
  stripPage,
  stripSize,
  stripWindow,
} from "../../../renderer/src/viewer/filmstrip.ts";

const thumbPx = 72;
const pitchPx = thumbPx + STRIP_GAP_PX;
const strip = { total: 1_000_000, widthPx: 1000, thumbPx };

/** Where the left edge of a photo's thumbnail is in the strip. */
function leftOf(index: number, of: Parameters<typeof stripWindow>[0]): number {
  const { start, leftPx } = stripWindow(of);
  return leftPx + (index - start) * pitchPx;
}

test("the photo is in the middle, and no more thumbnails are drawn than are seen and one at each end", () => {
  const of = { ...strip, middle: 500_000 };
  const { start, end } = stripWindow(of);

  expect(leftOf(500_000, of)).toBe(1000 / 2 - thumbPx / 2);
  expect(end - start).toBeLessThanOrEqual(Math.ceil(1000 / pitchPx) + 3);
  expect(leftOf(start, of)).toBeLessThanOrEqual(0);
  expect(leftOf(end, of)).toBeGreaterThanOrEqual(1000);
});

test("the strip begins with the first photo and ends with the last", () => {
  const last = strip.total - 1;

  expect(leftOf(0, { ...strip, middle: 0 })).toBe(0);
  expect(leftOf(last, { ...strip, middle: last }) + thumbPx).toBe(1000);
});

test("a few photos are centred, none has none", () => {
  const three = { ...strip, total: 3, middle: 2 };

  expect(stripWindow(three)).toMatchObject({ start: 0, end: 3 });
  expect(leftOf(1, three) + thumbPx / 2).toBe(500);
  expect(stripWindow({ ...strip, total: 0, middle: 0 })).toMatchObject({ start: 0, end: 0 });
});

test("it is as high as its width allows", () => {
  expect([1440, 1024, 390].map((widthPx) => stripSize(widthPx).heightPx)).toEqual([96, 80, 56]);
});

test("arrows go by one, page keys by one window of the strip, Home and End to the ends", () => {
  const by = { page: stripPage({ widthPx: 1000, thumbPx }), total: 50 };
  const commands = ["move.up", "move.right", "move.page-down", "move.first", "open"] as const;

  expect(commands.map((command) => stepOf(command, by))).toEqual([-1, 1, 13, -50, undefined]);
});
