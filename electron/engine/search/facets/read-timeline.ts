import { sql } from "../conditions/sql.ts";
import { membersOf } from "../ordered-ids.ts";
import { PACKED, type PhotoTimeline } from "../packed-photos.ts";
import { photoTable, type PreparedQuery } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";
import { pickFromTimeline, type WholeTimeline } from "../whole-timeline.ts";

/** From what is kept in memory, else from the index of the timeline alone where the query needs no more. */
export function readTimeline(
  query: PreparedQuery,
  source: SearchSource,
): PhotoTimeline & Partial<Pick<WholeTimeline, "codesOf">> {
  const kept = pickFromTimeline(query, source);
  if (kept) return kept;
  const { catalog } = source;
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
