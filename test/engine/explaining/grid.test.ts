import { expect, test } from "vitest";
import { spread, sumOf, turnGrid, type Grid } from "../../../electron/engine/explaining/grid.ts";

function grid(rows: number, columns: number, values: readonly number[]): Grid {
  return { rows, columns, values: Float64Array.from(values) };
}

test("over finer cells each number is divided, over coarser ones they are added", () => {
  expect([...spread(grid(1, 2, [4, 8]), 2, 4).values]).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
  expect([...spread(grid(2, 2, [1, 2, 3, 4]), 1, 1).values]).toEqual([10]);
});

test("cells that do not fit are divided by what lies over them, and the sum stays", () => {
  const thirds = spread(grid(2, 2, [3, 0, 0, 6]), 3, 3);

  expect([...thirds.values].map((value) => Math.round(value * 1000) / 1000)).toEqual([
    1.333, 0.667, 0, 0.667, 1, 1.333, 0, 1.333, 2.667,
  ]);
  expect(sumOf(thirds)).toBeCloseTo(9, 12);
});

test("a grid turns clockwise with its photo", () => {
  const upright = grid(2, 3, [1, 2, 3, 4, 5, 6]);

  expect(turnGrid(upright, 0)).toEqual(upright);
  expect(turnGrid(upright, 90)).toEqual(grid(3, 2, [4, 1, 5, 2, 6, 3]));
  expect(turnGrid(upright, 180)).toEqual(grid(2, 3, [6, 5, 4, 3, 2, 1]));
  expect(turnGrid(upright, 270)).toEqual(grid(3, 2, [3, 6, 2, 5, 1, 4]));
});
