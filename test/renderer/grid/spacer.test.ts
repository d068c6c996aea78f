import { expect, test } from "vitest";
import {
  MAX_SPACER_PX,
  placeAt,
  rebase,
  spacerHeight,
} from "../../../renderer/src/grid/layout/spacer.ts";

const WINDOW = 900;
const HUGE = 50_000_000;

test("content that fits is its own spacer and never moves its base", () => {
  expect(spacerHeight(5_000)).toBe(5_000);
  expect(placeAt(4_000, 5_000, WINDOW)).toEqual({ basePx: 0, scrollPx: 4_000 });
  expect(rebase({ basePx: 0, scrollPx: 4_000 }, 5_000, WINDOW)).toBeUndefined();
});

test("no spacer is taller than its maximum", () => {
  expect(spacerHeight(HUGE)).toBe(MAX_SPACER_PX);
});

test("every height can be shown, and stands for itself", () => {
  for (const y of [0, 1_000, 4_000_000, 25_000_000, HUGE - WINDOW]) {
    const { basePx, scrollPx } = placeAt(y, HUGE, WINDOW);
    expect(basePx + scrollPx).toBe(y);
    expect(scrollPx).toBeGreaterThanOrEqual(0);
    expect(scrollPx).toBeLessThanOrEqual(MAX_SPACER_PX - WINDOW);
  }
});

test("a height beyond the end is the end", () => {
  const { basePx, scrollPx } = placeAt(HUGE * 2, HUGE, WINDOW);

  expect(basePx + scrollPx).toBe(HUGE - WINDOW);
});

test("rest in the middle half moves nothing", () => {
  expect(rebase({ basePx: 10_000_000, scrollPx: 4_000_000 }, HUGE, WINDOW)).toBeUndefined();
});

test("rest near an edge moves the base and keeps the height", () => {
  const better = rebase({ basePx: 10_000_000, scrollPx: 7_500_000 }, HUGE, WINDOW)!;

  expect(better.basePx + better.scrollPx).toBe(17_500_000);
  expect(better.scrollPx).toBe(MAX_SPACER_PX / 2);
});

test("at the very ends there is nowhere to move the base to", () => {
  expect(rebase({ basePx: 0, scrollPx: 100 }, HUGE, WINDOW)).toBeUndefined();
  const last = { basePx: HUGE - MAX_SPACER_PX, scrollPx: MAX_SPACER_PX - WINDOW };
  expect(rebase(last, HUGE, WINDOW)).toBeUndefined();
});
