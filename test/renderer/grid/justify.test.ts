import { expect, test } from "vitest";
import { toAspectByte } from "../../../electron/contract/aspect.ts";
import { justify, layoutRatio } from "../../../renderer/src/grid/layout/justify.ts";
import {
  isHeader,
  keepRange,
  RowCache,
  rowOfPhoto,
  rowsBetween,
  sectionOfRow,
  tilesOfRow,
} from "../../../renderer/src/grid/layout/rows.ts";
import { mixedAspects, options, oneSection } from "./layouts.ts";

test("an empty set has no rows and no height", () => {
  const layout = justify(new Uint8Array(), [], options);

  expect(layout.rowCount).toBe(0);
  expect(layout.heightPx).toBe(0);
});

test("rows are full, near the target height, and hold every photo once", () => {
  const aspects = mixedAspects(2_000);
  const layout = justify(aspects, oneSection(2_000), options);

  const seen: number[] = [];
  for (let row = 0; row < layout.rowCount; row++) {
    const tiles = tilesOfRow(layout, aspects, row, options);
    seen.push(...tiles.map(({ index }) => index));
    const last = tiles.at(-1);
    if (!last || layout.isFull[row] === 0) continue;
    expect(last.leftPx + last.widthPx).toBe(options.widthPx);
    expect(layout.rowPx[row]).toBeGreaterThanOrEqual(options.targetPx * 0.6);
    expect(layout.rowPx[row]).toBeLessThanOrEqual(options.targetPx * 1.4);
  }
  expect(seen).toEqual(Array.from({ length: 2_000 }, (_, at) => at));
});

test("rows follow one another with the gap between them", () => {
  const layout = justify(mixedAspects(300), oneSection(300), options);

  for (let row = 1; row < layout.rowCount; row++) {
    const gap = isHeader(layout, row - 1) ? 0 : options.gapPx;
    expect(layout.topPx[row]).toBe(layout.topPx[row - 1]! + layout.rowPx[row - 1]! + gap);
  }
  const last = layout.rowCount - 1;
  expect(layout.heightPx).toBe(layout.topPx[last]! + layout.rowPx[last]!);
});

test("without a header the first row keeps a distance from the edge", () => {
  const layout = justify(mixedAspects(3), [{ start: 0, count: 3, hasHeader: false }], options);

  expect(layout.topPx[0]).toBe(12);
});

test("a short last row keeps the target height and stays ragged", () => {
  const layout = justify(new Uint8Array([toAspectByte(3, 2)]), oneSection(1), options);

  expect([...layout.rowPx]).toEqual([40, 220]);
  expect(layout.isFull[1]).toBe(0);
});

test("a last row that is nearly full is filled", () => {
  const three = new Uint8Array(3).fill(toAspectByte(3, 2));
  const layout = justify(three, oneSection(3), { ...options, widthPx: 1100 });

  expect(layout.isFull[1]).toBe(1);
  expect(layout.rowPx[1]).toBeGreaterThan(220);
});

test("sections begin with a header and keep their distance", () => {
  const aspects = new Uint8Array(2).fill(toAspectByte(1, 1));
  const sections = [
    { start: 0, count: 1, hasHeader: true },
    { start: 1, count: 1, hasHeader: true },
  ];
  const layout = justify(aspects, sections, options);

  expect([...layout.topPx]).toEqual([0, 40, 284, 324]);
  expect([...layout.sectionRow]).toEqual([0, 2]);
  expect([0, 1, 2, 3].map((row) => isHeader(layout, row))).toEqual([true, false, true, false]);
  expect([0, 1, 2, 3].map((row) => sectionOfRow(layout, row))).toEqual([0, 0, 1, 1]);
  expect(rowOfPhoto(layout, 1)).toBe(3);
});

test("a panorama and a tower are drawn cut, so that they flatten no row", () => {
  expect(layoutRatio(255)).toBe(3.5);
  expect(layoutRatio(0)).toBeCloseTo(0.4);
});

test("a window narrower than a photo still has one photo in each row", () => {
  const layout = justify(mixedAspects(20), oneSection(20), { ...options, widthPx: 90 });

  for (const [row, px] of layout.rowPx.entries())
    expect(isHeader(layout, row) || px > 0).toBe(true);
});

test("two per row fill the width, whatever their shapes, and are no taller than allowed", () => {
  const two = { ...options, targetPx: 700, photosPerRow: 2 };
  const aspects = mixedAspects(301);
  const layout = justify(aspects, oneSection(301), two);

  expect(layout.rowCount).toBe(1 + 151);
  for (let row = 1; row < layout.rowCount - 1; row++) {
    const tiles = tilesOfRow(layout, aspects, row, two);
    expect(tiles).toHaveLength(2);
    expect(layout.rowPx[row]).toBeLessThanOrEqual(700);
    const rightPx = tiles[1]!.leftPx + tiles[1]!.widthPx;
    if (layout.rowPx[row]! < 700) expect(rightPx).toBe(two.widthPx);
    else expect(rightPx).toBeLessThanOrEqual(two.widthPx);
  }
  expect(layout.isFull[151]).toBe(0);
});

test("the rows of a window are those that touch it", () => {
  const layout = justify(mixedAspects(500), oneSection(500), options);
  const { start, end } = rowsBetween(layout, 1_000, 2_000);

  expect(layout.topPx[start]).toBeLessThanOrEqual(1_000);
  expect(layout.topPx[start + 1]).toBeGreaterThan(1_000);
  expect(layout.topPx[end - 1]).toBeLessThanOrEqual(2_000);
  expect(layout.topPx[end]).toBeGreaterThan(2_000);
  expect(rowsBetween(layout, -500, 0)).toEqual({ start: 0, end: 1 });
  expect(rowsBetween(layout, 1e9, 2e9)).toEqual({
    start: layout.rowCount - 1,
    end: layout.rowCount,
  });
});

test("a million photos have exact heights beyond what a browser draws", () => {
  const layout = justify(mixedAspects(1_000_000), oneSection(1_000_000), options);

  expect(layout.heightPx).toBeGreaterThan(33_554_428);
  expect(rowOfPhoto(layout, 999_999)).toBe(layout.rowCount - 1);
});

test("rows that stay on the screen are not drawn again, until the layout is another one", () => {
  const [layout, other] = [1, 2].map(() => justify(mixedAspects(500), oneSection(500), options));
  const cache = new RowCache<{ row: number }>();
  const drawn: number[] = [];
  const draw = (row: number, before: { row: number } | undefined) => {
    if (!before) drawn.push(row);
    return before ?? { row };
  };

  cache.take(layout!, [1, 2, 3], draw);
  cache.take(layout!, [2, 3, 4], draw);
  cache.take(layout!, [1, 2], draw);
  expect(drawn).toEqual([1, 2, 3, 4, 1]);
  cache.take(other!, [1, 2], draw);
  expect(drawn).toEqual([1, 2, 3, 4, 1, 1, 2]);
});

test("a window that shows the same rows is the same range", () => {
  const before = { start: 2, end: 9 };

  expect(keepRange(before, { start: 2, end: 9 })).toBe(before);
  expect(keepRange(before, { start: 3, end: 9 })).toEqual({ start: 3, end: 9 });
});
