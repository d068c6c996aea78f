import type { Area } from "../../../contract/places.ts";
import { toMercatorY } from "../../../contract/mercator.ts";
import { allOf, sql } from "../conditions/sql.ts";
import { photoTable, type PreparedQuery } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";

/** The photos of a query that say where they were taken: one entry for each in each list. */
export interface LocatedPhotos {
  readonly ids: readonly number[];
  /** Degrees. */
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  /** See mercator.ts. */
  readonly ys: Float64Array;
}

/** A tenth of a metre, as whole numbers: JSON writes and reads them in half the time of fractions. */
const PER_DEGREE = 1_000_000;

/** One row holds everything; fetching photos one by one takes longer. */
export function readLocated(query: PreparedQuery, { catalog }: SearchSource): LocatedPhotos {
  // Few photos are looked up; else the index of those that have a position is walked.
  const table = query.walk === "ids" ? photoTable("ids") : "photo INDEXED BY photo_by_position";
  const where = allOf([
    sql("photo.latitude IS NOT NULL AND photo.longitude IS NOT NULL"),
    query.where,
  ]);
  const row = catalog.get<{ ids: string; latitudes: string; longitudes: string }>(
    `SELECT json_group_array(id) AS ids,
       json_group_array(CAST(round(latitude * ${PER_DEGREE}) AS INTEGER)) AS latitudes,
       json_group_array(CAST(round(longitude * ${PER_DEGREE}) AS INTEGER)) AS longitudes
     FROM ${table} WHERE ${where.text}`,
    where.values,
  )!;
  const latitudes = toDegrees(row.latitudes);
  return {
    ids: JSON.parse(row.ids) as number[],
    latitudes,
    longitudes: toDegrees(row.longitudes),
    ys: latitudes.map(toMercatorY),
  };
}

function toDegrees(list: string): Float64Array {
  return Float64Array.from(JSON.parse(list) as number[], (value) => value / PER_DEGREE);
}

/**
 * The least area that holds all of them; null where there are none. It leaves out the widest empty stretch of
 * longitude, so that photos from both sides of the Pacific lie next to each other.
 */
export function extentOf({ latitudes, longitudes }: LocatedPhotos): Area | null {
  if (longitudes.length === 0) return null;
  const degrees = new Map<number, { west: number; east: number }>();
  let [south, north] = [90, -90];
  for (let at = 0; at < longitudes.length; at++) {
    const longitude = longitudes[at]!;
    const degree = degrees.get(Math.floor(longitude));
    if (!degree) degrees.set(Math.floor(longitude), { west: longitude, east: longitude });
    else if (longitude < degree.west) degree.west = longitude;
    else if (longitude > degree.east) degree.east = longitude;
    const latitude = latitudes[at]!;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  const stretches = [...degrees.values()].sort((a, b) => a.west - b.west);
  let widest = -1;
  let [west, east] = [0, 0];
  stretches.forEach((stretch, at) => {
    const before = stretches.at(at - 1)!;
    const gap = stretch.west - before.east + (at === 0 ? 360 : 0);
    if (gap <= widest) return;
    widest = gap;
    [west, east] = [stretch.west, before.east];
  });
  return { west, south, east, north };
}
