import { sql } from "../conditions/sql.ts";
import { membersOf } from "../ordered-ids.ts";
import { photoTable, type PreparedQuery } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";

/** The photos of a query, one entry for each in each list, in no order. */
export interface PhotoTimeline {
  readonly ids: readonly number[];
  /** What the index of the timeline has of each, packed into a number; see {@link unpackInto}. */
  readonly packed: readonly number[];
}

/** What is made of one number after the other, a million of them: an object each would take longer than reading them. */
export interface PackedPhoto {
  /** Days since 1 January of the year 0. */
  day: number;
  stars: number;
  /** See contract/aspect.ts. */
  aspect: number;
  isDated: boolean;
  hasPlace: boolean;
  hasSize: boolean;
}

const DAY_MS = 86_400_000;
/** From 1 January of the year 0 to that of 1970. */
const DAYS_TO_EPOCH = 719_528;

// As the index photo_by_time has them: another spelling would not use it.
const PACKED = `((max(0, (photo.sort_at_ms + ${DAYS_TO_EPOCH * DAY_MS}) / ${DAY_MS}) * 8 + photo.rating) * 256 + photo.aspect) * 8
  + (photo.taken_at IS NULL) * 4 + (photo.latitude IS NULL) * 2 + (photo.width_px IS NULL)`;

/** From the index of the timeline alone where the query needs no more. */
export function readTimeline(query: PreparedQuery, { catalog }: SearchSource): PhotoTimeline {
  // Of a wide result that is known by its ids, all photos are read, which is sooner done than asking SQLite of each.
  const isFound = query.isDense && query.ids ? membersOf(query, catalog) : undefined;
  const { text, values } = isFound ? sql("photo.missing_since_ms IS NULL") : query.where;
  const row = catalog.get<{ ids: string; packed: string }>(
    `SELECT json_group_array(photo.id) AS ids, json_group_array(${PACKED}) AS packed
     FROM ${photoTable(query.walk)} WHERE ${text}`,
    values,
  )!;
  const ids = JSON.parse(row.ids) as number[];
  const packed = JSON.parse(row.packed) as number[];
  if (!isFound) return { ids, packed };
  return {
    ids: ids.filter((id) => isFound[id] === 1),
    packed: packed.filter((_, at) => isFound[ids[at]!] === 1),
  };
}

export function unpackInto(photo: PackedPhoto, packed: number): void {
  // Too large for operators on bits.
  const bits = packed % 2 ** 14;
  photo.day = Math.floor(packed / 2 ** 14);
  photo.stars = bits >> 11;
  photo.aspect = (bits >> 3) & 255;
  photo.isDated = (bits & 4) === 0;
  photo.hasPlace = (bits & 2) === 0;
  photo.hasSize = (bits & 1) === 0;
}

/** `2023-05`. */
export function monthOf(day: number): string {
  return new Date((day - DAYS_TO_EPOCH) * DAY_MS).toISOString().slice(0, 7);
}
