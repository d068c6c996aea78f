import { expect, test } from "vitest";
import type { Grid } from "../../../electron/engine/explaining/grid.ts";
import { toHeatMap } from "../../../electron/engine/explaining/heat.ts";
import { seenPart } from "../../../electron/engine/inference/seen-part.ts";

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

function heatOf(values: readonly number[]): readonly number[] {
  const grid: Grid = { rows: 1, columns: values.length, values: Float64Array.from(values) };
  return toHeatMap(grid, { seen: WHOLE, turn: 0 }).heat;
}

test("heat is 1 where most is and 0 where least is, and what speaks against is none", () => {
  expect(heatOf([0.1, 0.3, 0.5])).toEqual([0, 0.5, 1]);
  expect(heatOf([-0.5, 0, 0.5])).toEqual([0, 0, 1]);
});

test("a picture that is alike all over is warm all over, and one that is like nothing is cold", () => {
  expect(heatOf([0.9, 1])).toEqual([0.8, 1]);
  expect(heatOf([-1, -2])).toEqual([0, 0]);
});

test("the model looks at the middle of a picture", () => {
  const input = { sizePx: 128, resizePx: 160 };

  expect(seenPart({ widthPx: 800, heightPx: 400 }, input)).toEqual({
    x: 0.3,
    y: expect.closeTo(0.1, 12) as number,
    width: 0.4,
    height: 0.8,
  });
});

test("the part that was seen turns with the photo, and lies inside the part that was asked for", () => {
  const grid: Grid = { rows: 1, columns: 2, values: Float64Array.of(0, 1) };
  const seen = { x: 0.1, y: 0.25, width: 0.8, height: 0.5 };

  const { area, rows, columns, heat } = toHeatMap(grid, { seen, turn: 90 });
  expect({ rows, columns, heat }).toEqual({ rows: 2, columns: 1, heat: [0, 1] });
  expect([area.x, area.y, area.width, area.height]).toEqual(
    [0.25, 0.1, 0.5, 0.8].map((value) => expect.closeTo(value, 12) as number),
  );
  const region = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
  expect(toHeatMap(grid, { seen, region, turn: 0 }).area).toEqual({
    x: 0.55,
    y: 0.125,
    width: 0.4,
    height: 0.25,
  });
});
