import { expect, test } from "vitest";
import {
  anchorAtPoint,
  anchorAtTop,
  anchorOfPhoto,
  heightOfAnchor,
  seenPhoto,
} from "../../../renderer/src/grid/layout/anchor.ts";
import { justify } from "../../../renderer/src/grid/layout/justify.ts";
import { rowOfPhoto } from "../../../renderer/src/grid/layout/rows.ts";
import { mixedAspects, oneSection, options } from "./layouts.ts";

const aspects = mixedAspects(3_000);
const [large, small] = [220, 96].map((targetPx) =>
  justify(aspects, oneSection(3_000), { ...options, targetPx }),
) as [ReturnType<typeof justify>, ReturnType<typeof justify>];

test("the point under the pointer is under it after a zoom, at the same part of the photo", () => {
  const before = { layout: large, yPx: 20_000, heightPx: 800 };
  const anchor = anchorAtPoint(before, 500);
  const after = { layout: small, yPx: heightOfAnchor(anchor, small, 800), heightPx: 800 };

  const again = anchorAtPoint(after, 500, anchor.index);
  expect(again.share).toBeCloseTo(anchor.share, 6);
  const row = rowOfPhoto(small, anchor.index);
  expect(small.topPx[row]).toBeLessThanOrEqual(after.yPx + 500);
  expect(small.topPx[row]! + small.rowPx[row]!).toBeGreaterThanOrEqual(after.yPx + 500);
});

test("many steps there and back end where they began", () => {
  const frame = { layout: large, yPx: 31_234, heightPx: 800 };
  const anchor = anchorAtPoint(frame, 321);
  let yPx = frame.yPx;
  for (let step = 0; step < 20; step++) {
    const layout = step % 2 === 0 ? small : large;
    yPx = heightOfAnchor(anchor, layout, 800);
  }

  expect(yPx).toBeCloseTo(frame.yPx, 6);
});

test("a photo keeps its height in the window when the rows above it change", () => {
  const frame = { layout: large, yPx: 20_000, heightPx: 800 };
  const anchor = anchorOfPhoto(frame, anchorAtTop(frame).index + 9);

  const yPx = heightOfAnchor(anchor, small, 800);
  expect(small.topPx[rowOfPhoto(small, anchor.index)]! - yPx).toBeCloseTo(anchor.offsetPx, 6);
});

test("in a lower window what was at the bottom is still whole, and where it was when the window grows again", () => {
  const frame = { layout: large, yPx: 20_000, heightPx: 900 };
  const anchor = anchorOfPhoto(frame, anchorAtPoint(frame, 600).index);
  const row = rowOfPhoto(large, anchor.index);

  const lowerPx = heightOfAnchor(anchor, large, 400);
  expect(large.topPx[row]! + large.rowPx[row]!).toBeCloseTo(lowerPx + 400, 6);
  expect(heightOfAnchor(anchor, large, 900)).toBe(20_000);
});

test("the keyboard stays on a photo of which something is seen, and else comes to the first that is whole under the header", () => {
  const frame = { layout: large, yPx: 20_000, heightPx: 900 };
  const whole = seenPhoto(frame, 0, 40);
  const row = rowOfPhoto(large, whole);

  expect(large.firstPhoto[row]).toBe(whole);
  expect(large.topPx[row]).toBeGreaterThanOrEqual(20_040);
  expect(large.topPx[row - 1]).toBeLessThan(20_040);
  for (const index of [whole - 1, whole, whole + 3])
    expect(seenPhoto(frame, index, 40)).toBe(index);
  expect(seenPhoto(frame, 2_999, 40)).toBe(whole);
});

test("at the end of the photos the keyboard comes to one that is there", () => {
  const frame = { layout: large, yPx: large.heightPx - 50, heightPx: 900 };

  expect(seenPhoto(frame, 0, 40)).toBeLessThan(3_000);
  expect(seenPhoto(frame, 0, 40)).toBeGreaterThan(2_900);
});
