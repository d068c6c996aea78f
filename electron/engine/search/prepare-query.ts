import { readKeptCounts } from "../catalog/counts.ts";
import type { SearchSource } from "./search-source.ts";
import type { Query } from "./language/query.ts";
import { asksForStarsAlone, starsFor } from "./stars-alone.ts";
import { parseQuery } from "./parse-query.ts";
import { expandAlbums } from "./smart-albums.ts";
import { toPhotoSql, type PhotoSql } from "./photo-sql.ts";
import { readFacts } from "./read-facts.ts";
import { allOf, sql, type Sql } from "./conditions/sql.ts";
import { matchingTags } from "./conditions/term-sql.ts";

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
  /** A SELECT of the `id`s of a wide result, where indexes of terms say who is in it: sooner made than by a walk that tests each. */
  readonly ids?: Sql;
  /** There are so many that a walk through the index of any order soon fills a page. */
  readonly isDense: boolean;
  /** Everything is asked for: all photos that are there. */
  readonly isWhole: boolean;
  /** Where everything in the result has certain stars: in the order of stars, the stretch that it is in. */
  readonly stars?: Sql;
  /** Where nothing but stars is asked for: how many a photo of the result may have. */
  readonly starsAlone?: readonly number[];
  /** Where the whole query is one album made by hand: its photos come in its own order. */
  readonly album?: number;
}

/** Looking up one of the ids costs about as much as walking over this many entries of the timeline. */
const WALK_RATIO = 32;

export function prepareQuery(query: string | Query, source: SearchSource): PreparedQuery {
  const facts = readFacts(source);
  const given = typeof query === "string" ? parseQuery(query) : query;
  const parsed = expandAlbums(given, () => facts.albums());
  const prepared = prepare(parsed, toPhotoSql(parsed, facts), source);
  return {
    ...prepared,
    isDense: prepared.total > mostFew(source),
    isWhole: isEverything(parsed),
    ...starsOf(parsed),
    ...(asksForStarsAlone(parsed) && { starsAlone: starsFor(parsed, true) }),
    ...(parsed.kind === "members" && { album: parsed.album }),
  };
}

function prepare(
  query: Query,
  photos: PhotoSql,
  source: SearchSource,
): Pick<PreparedQuery, "where" | "whereFew" | "walk" | "total" | "ids"> {
  const { where, whereFew, bound, others } = photos;
  const kept = keptTotal(query, source) ?? quickTotal(query, photos, source);
  if (!bound) {
    const total = kept ?? countWhere("free", where, source);
    const walk = others && total > mostFew(source) ? "timeline" : "free";
    return { where, whereFew, walk, total };
  }
  const few = kept !== undefined && kept > mostFew(source) ? undefined : readFew(bound.ids, source);
  if (!few) {
    const { ids, rest } = bound;
    const wide = { where, whereFew, walk: "timeline" as const, ...(!rest && { ids }) };
    if (kept !== undefined) return { ...wide, total: kept };
    const total = rest ? countWhere("timeline", where, source) : countIds(ids, source);
    return { ...wide, total };
  }
  // Words that most photos have take long to look up: once for the total, and not again for each page.
  const known = sql("photo.id IN (SELECT value FROM json_each(?))", JSON.stringify(few));
  const narrow = bound.rest ? allOf([known, bound.rest]) : known;
  const total = bound.rest ? countWhere("ids", narrow, source) : few.length;
  return { where: narrow, whereFew: narrow, walk: "ids", total };
}

/** The ids of a narrow result; undefined for one that is rather found by walking along the timeline. */
function readFew({ text, values }: Sql, source: SearchSource): number[] | undefined {
  const most = mostFew(source);
  const { ids } = source.catalog.get<{ ids: string }>(
    `SELECT json_group_array(id) AS ids FROM (${text} LIMIT ?)`,
    [...values, most + 1],
  )!;
  const few = JSON.parse(ids) as number[];
  return few.length > most ? undefined : few;
}

/** More than so many are found by walking along the timeline. */
function mostFew({ catalog }: SearchSource): number {
  const { largest } = catalog.get<{ largest: number | null }>(
    "SELECT max(id) AS largest FROM photo",
  )!;
  return Math.floor((largest ?? 0) / WALK_RATIO);
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

function starsOf(query: Query): Pick<PreparedQuery, "stars"> {
  const terms = query.kind === "and" ? query.terms : [query];
  const ratings = terms.filter((term) => term.kind === "rating");
  if (ratings.length === 0) return {};
  const tests = ratings.map(({ comparison, stars }) => sql(`photo.rating ${comparison} ?`, stars));
  return { stars: allOf(tests) };
}

function isEverything(query: Query): boolean {
  return query.kind === "and" && query.terms.length === 0;
}

/** How many photos the query finds, where the catalog knows without counting. */
function keptTotal(query: Query, { catalog }: SearchSource): number | undefined {
  if (isEverything(query)) return readKeptCounts(catalog).photos;
  if (query.kind === "is" && query.state === "untagged") return readKeptCounts(catalog).untagged;
  if (query.kind === "tag") return keptTagTotal(matchingTags(query.path), catalog);
  return undefined;
}

/** Where it takes one look at an index, or is needed in any case: more branches of tags than one are read as a whole, or not at all. */
function quickTotal(
  query: Query,
  { bound, others }: PhotoSql,
  source: SearchSource,
): number | undefined {
  if (others) return readKeptCounts(source.catalog).photos - countIds(others, source);
  return query.kind === "tag" && bound && !bound.rest ? countIds(bound.ids, source) : undefined;
}

function countIds(ids: Sql, source: SearchSource): number {
  return count({ ...ids, text: `SELECT count(*) AS count FROM (${ids.text})` }, source);
}

function countWhere(walk: PreparedQuery["walk"], where: Sql, source: SearchSource): number {
  const text = `SELECT count(*) AS count FROM ${photoTable(walk)} WHERE ${where.text}`;
  return count({ text, values: where.values }, source);
}

function count({ text, values }: Sql, { catalog }: SearchSource): number {
  return catalog.get<{ count: number }>(text, values)!.count;
}

/** Of all that is below one tag. Several branches may share photos. */
function keptTagTotal({ text, values }: Sql, catalog: SearchSource["catalog"]): number | undefined {
  const branches = catalog.all<{ id: number }>(
    `WITH found AS MATERIALIZED (${text})
     SELECT id FROM found WHERE NOT EXISTS (
       SELECT 1 FROM tag_above WHERE tag_id = found.id AND above_id <> found.id AND above_id IN (SELECT id FROM found))
     LIMIT 2`,
    values,
  );
  if (branches.length !== 1) return undefined;
  return catalog.get<{ count: number }>(
    `SELECT coalesce(sum(below), 0) AS count FROM tag_count
     WHERE tag_id = ? AND folder_id IN (SELECT id FROM folder WHERE removed_at_ms IS NULL)`,
    [branches[0]!.id],
  )!.count;
}
