/**
 * @file Which cells of a picture a likeness or a label is made of. Pure arithmetic.
 *
 * [Note: Contributions] What is compared of a picture is f, the mean of its map F over n cells, at length 1. The cosine
 * with another picture's g is therefore a sum over cells, and nothing of it is lost or invented:
 *
 *   cos(f, g) = Σ cell Σ channel F(channel, cell) · g(channel) / (n · |f| · |g|)
 *
 * (Stylianou, Souvenir, Pless: Visualizing Deep Similarity Networks, 2019). A score is w · f + b, with the class's row w
 * of the classifier, and falls apart in the same way (Zhou et al.: Learning Deep Features for Discriminative
 * Localization, 2016); the bias b belongs to no cell. At a depth, likeness is a sum of such cosines, by shares (see [Note: Depth]):
 * each is spread over the cells of the finest map, and they are added.
 */
import { meansOf } from "../inference/maps/means-of.ts";
import type { MapName, PictureMaps, SpatialMap } from "../inference/maps/picture-maps.ts";
import { spread, type Grid } from "./grid.ts";

export interface MapShare {
  readonly column: MapName;
  readonly share: number;
}

type Maps = PictureMaps["maps"];

/** What each cell of the first picture adds to the likeness of both; the sum is that likeness. */
export function likenessOf(one: Maps, other: Maps, shares: readonly MapShare[]): Grid {
  const parts = shares.flatMap(({ column, share }) => {
    const [own, others] = [one[column], other[column]];
    return own && others ? [scaled(cosineCells(own, meansOf(others)), share)] : [];
  });
  const rows = Math.max(...parts.map((part) => part.rows));
  const columns = Math.max(...parts.map((part) => part.columns));
  const values = new Float64Array(rows * columns);
  for (const part of parts)
    spread(part, rows, columns).values.forEach((value, at) => (values[at]! += value));
  return { rows, columns, values };
}

/** What each cell adds to the score of a label, by the label's direction; without the bias, the sum is the score. */
export function scoreOf(map: SpatialMap, direction: Float32Array): Grid {
  return scaled(project(map, direction), 1 / (map.rows * map.columns));
}

function cosineCells(map: SpatialMap, other: Float32Array): Grid {
  const cells = map.rows * map.columns;
  const length = lengthOf(meansOf(map)) * lengthOf(other);
  return scaled(project(map, other), length === 0 ? 0 : 1 / (cells * length));
}

/** Cell by cell, the product with a vector that has a number for each channel. */
function project({ values, channels, rows, columns }: SpatialMap, vector: Float32Array): Grid {
  const cells = rows * columns;
  const sums = new Float64Array(cells);
  for (let channel = 0; channel < channels; channel++) {
    const weight = vector[channel]!;
    for (let cell = 0; cell < cells; cell++)
      sums[cell]! += values[channel * cells + cell]! * weight;
  }
  return { rows, columns, values: sums };
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function scaled({ values, ...size }: Grid, factor: number): Grid {
  return { ...size, values: values.map((value) => value * factor) };
}
