import type { SearchSource } from "./search-source.ts";
import type { Query } from "./language/query.ts";
import { parseQuery } from "./parse-query.ts";
import { toPhotoSql } from "./photo-sql.ts";
import { readFacts } from "./read-facts.ts";
import type { Sql } from "./conditions/sql.ts";

/** A query that is ready to run. */
export interface PreparedQuery {
  readonly where: Sql;
  /** The same for a walk along the timeline that tests few photos. */
  readonly whereFew: Sql;
  /**
   * How to walk the photos. `timeline`: through the index in the result's order, for results so dense that a page
   * fills at once. `ids`: look up the few that an index of terms names, and sort them. `free`: SQLite chooses.
   */
  readonly walk: "timeline" | "ids" | "free";
  readonly total: number;
}

/** Looking up one of the ids costs about as much as walking over this many entries of the timeline. */
const WALK_RATIO = 32;

export function prepareQuery(query: string | Query, source: SearchSource): PreparedQuery {
  const parsed = typeof query === "string" ? parseQuery(query) : query;
  const { where, whereFew, bound } = toPhotoSql(parsed, readFacts(source));
  if (!bound) return { where, whereFew, walk: "free", total: countWhere("free", where, source) };
  const size = count(bound.count, source);
  const { largest } = source.catalog.get<{ largest: number | null }>(
    "SELECT max(id) AS largest FROM photo",
  )!;
  const walk = size * WALK_RATIO > (largest ?? 0) ? "timeline" : "ids";
  return { where, whereFew, walk, total: bound.isExact ? size : countWhere(walk, where, source) };
}

/** The table `photo` as it is to be walked. The names are of indexes in the catalog's schema. */
export function photoTable(walk: PreparedQuery["walk"]): string {
  switch (walk) {
    case "timeline":
      return "photo INDEXED BY photo_by_time";
    case "ids":
      return "photo NOT INDEXED";
    case "free":
      return "photo";
  }
}

function countWhere(walk: PreparedQuery["walk"], where: Sql, source: SearchSource): number {
  const text = `SELECT count(*) AS count FROM ${photoTable(walk)} WHERE ${where.text}`;
  return count({ text, values: where.values }, source);
}

function count({ text, values }: Sql, { catalog }: SearchSource): number {
  return catalog.get<{ count: number }>(text, values)!.count;
}
