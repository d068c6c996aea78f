/**
 * @file Grids of numbers over a picture, and what may be done with them. Pure arithmetic.
 */
import type { Turn } from "../../contract/value-names.ts";

/** Row by row from the top left. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** The same over other cells: each number is divided among the cells that lie over its own, so that the sum stays. */
export function spread(grid: Grid, rows: number, columns: number): Grid {
  const down = overlaps(grid.rows, rows);
  const across = overlaps(grid.columns, columns);
  const values = new Float64Array(rows * columns);
  for (const { from: y, to: row, share: high } of down) {
    for (const { from: x, to: column, share: wide } of across)
      values[row * columns + column]! += grid.values[y * grid.columns + x]! * high * wide;
  }
  return { rows, columns, values };
}

interface Overlap {
  readonly from: number;
  readonly to: number;
  /** The part of the cell `from` that lies in the cell `to`. */
  readonly share: number;
}

/** Of a side that is cut into `from` equal parts and into `to` equal parts. */
function overlaps(from: number, to: number): Overlap[] {
  const found: Overlap[] = [];
  for (let a = 0; a < from; a++) {
    for (let b = Math.floor((a * to) / from); b < to && b * from < (a + 1) * to; b++) {
      const start = Math.max(a * to, b * from);
      const end = Math.min((a + 1) * to, (b + 1) * from);
      if (end > start) found.push({ from: a, to: b, share: (end - start) / to });
    }
  }
  return found;
}

/** Clockwise. */
export function turnGrid(grid: Grid, turn: Turn): Grid {
  let turned = grid;
  for (let done = 0; done < turn; done += 90) turned = turnOnce(turned);
  return turned;
}

/** The first row becomes the last column. */
function turnOnce({ rows, columns, values }: Grid): Grid {
  const turned = values.map((_, at) => {
    const [row, column] = [Math.floor(at / rows), at % rows];
    return values[(rows - 1 - column) * columns + row]!;
  });
  return { rows: columns, columns: rows, values: turned };
}

export function sumOf({ values }: Grid): number {
  return values.reduce((sum, value) => sum + value, 0);
}
