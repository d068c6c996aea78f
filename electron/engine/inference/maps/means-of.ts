import type { SpatialMap } from "./picture-maps.ts";

/** Over the cells, by channel: what is compared, before it is given the length 1. */
export function meansOf({ values, channels, rows, columns }: SpatialMap): Float32Array {
  const cells = rows * columns;
  return Float32Array.from({ length: channels }, (_, channel) => {
    const plane = values.subarray(channel * cells, (channel + 1) * cells);
    return plane.reduce((sum, value) => sum + value, 0) / cells;
  });
}
