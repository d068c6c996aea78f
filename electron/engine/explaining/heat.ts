import type { HeatMap, Region } from "../../contract/similar.ts";
import type { Turn } from "../../contract/value-names.ts";
import { regionAsShown } from "../similar/region-in-file.ts";
import { turnGrid, type Grid } from "./grid.ts";

/** Three digits are finer than any screen. */
const DIGITS = 1000;

/** Where in a picture a grid lies. */
export interface GridPlace {
  /** Of the part, or of the whole picture, as the file has it. */
  readonly seen: Region;
  /** As the picture is shown; the whole picture without it. */
  readonly region?: Region | undefined;
  readonly turn: Turn;
}

/**
 * A grid of contributions as heat over the picture as it is shown.
 *
 * [Note: Heat] The most is 1. What is least is 0, but at most half of the most: of a picture that is alike all over, all
 * is warm. What speaks against is 0 as well.
 */
export function toHeatMap(grid: Grid, { seen, region, turn }: GridPlace): HeatMap {
  const { rows, columns, values } = turnGrid(grid, turn);
  const most = Math.max(0, ...values);
  const least = Math.min(most / 2, Math.max(0, Math.min(...values)));
  const heat = Array.from(values, (value) => {
    const share = most === 0 ? 0 : Math.max(0, value - least) / (most - least);
    return Math.round(share * DIGITS) / DIGITS;
  });
  const shown = regionAsShown(seen, turn);
  return { area: region ? within(region, shown) : shown, rows, columns, heat };
}

/** A part of a part, as a part of the picture; sums of fractions must not reach beyond its edge. */
function within(outer: Region, inner: Region): Region {
  const x = outer.x + inner.x * outer.width;
  const y = outer.y + inner.y * outer.height;
  const width = Math.min(inner.width * outer.width, 1 - x);
  const height = Math.min(inner.height * outer.height, 1 - y);
  return { x, y, width, height };
}
