import type { CatalogReader } from "../catalog/catalog-reader.ts";
import { readCodes, type KeptField, type NameCodes } from "./facets/name-lists.ts";
import { membersOf } from "./ordered-ids.ts";
import { PACKED, starsOf, type PhotoTimeline } from "./packed-photos.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import type { SearchRooms, SearchSource } from "./search-source.ts";

/** All photos that are there, those of removed folders too, the newest first. */
export interface WholeTimeline extends PhotoTimeline {
  readonly ids: Int32Array;
  readonly packed: Float64Array;
  /** Which of them has which name, read when it is first asked for. */
  readonly codesOf: (field: KeptField) => NameCodes;
}

/**
 * Keeps the timeline of a library in memory, 12 MB for a million photos and 8 MB for their names, while no photo changes: where many photos are in an answer, picking them
 * out of it takes a fraction of reading the index anew. It is read when it is asked for again in the same state, so that nothing is
 * read for nothing while photos come.
 */
export function keepTimeline({
  catalog,
  photoRevision,
}: SearchRooms): () => WholeTimeline | undefined {
  let asked = "";
  let kept: { readonly revision: string; readonly timeline: WholeTimeline } | undefined;
  return () => {
    const revision = photoRevision?.();
    if (revision === undefined) return undefined;
    if (kept?.revision === revision) return kept.timeline;
    kept = undefined;
    const isAskedAgain = asked === revision;
    asked = revision;
    if (!isAskedAgain) return undefined;
    const row = catalog.get<{ ids: string; packed: string }>(
      `SELECT json_group_array(id) AS ids, json_group_array(packed) AS packed FROM (
         SELECT id, ${PACKED} AS packed FROM photo INDEXED BY photo_by_time
         WHERE missing_since_ms IS NULL ORDER BY sort_at_ms DESC, id DESC)`,
    )!;
    const ids = Int32Array.from(JSON.parse(row.ids) as number[]);
    const packed = Float64Array.from(JSON.parse(row.packed) as number[]);
    const timeline = { ids, packed, codesOf: keepCodes(catalog) };
    kept = { revision, timeline };
    return timeline;
  };
}

function keepCodes(catalog: CatalogReader): WholeTimeline["codesOf"] {
  const known = new Map<KeptField, NameCodes>();
  return (field) => {
    let codes = known.get(field);
    if (!codes) {
      const { last } = catalog.get<{ last: number | null }>("SELECT max(id) AS last FROM photo")!;
      codes = readCodes(field, catalog, (last ?? 0) + 1);
      known.set(field, codes);
    }
    return codes;
  };
}

/** The query's photos in the timeline's order, where it is kept and they are many; else undefined. */
export function pickFromTimeline(
  query: PreparedQuery,
  source: SearchSource,
): WholeTimeline | undefined {
  if (!query.isDense) return undefined;
  const timeline = source.timeline();
  if (!timeline) return undefined;
  // No folder was removed where everything is as many as there are.
  if (query.isWhole) return timeline.ids.length === query.total ? timeline : undefined;
  const byStars = query.starsAlone && pickStars(timeline, query, query.starsAlone);
  if (byStars) return byStars;
  const isFound = membersOf(query, source.catalog);
  return pick(timeline, query, (at) => isFound[timeline.ids[at]!] === 1);
}

/** The timeline has the stars itself: no id has to be asked for. */
function pickStars(
  timeline: WholeTimeline,
  query: PreparedQuery,
  wanted: readonly number[],
): WholeTimeline | undefined {
  const isWanted = [0, 1, 2, 3, 4, 5].map((stars) => wanted.includes(stars));
  return pick(timeline, query, (at) => isWanted[starsOf(timeline.packed[at]!)] === true);
}

/** Undefined where others than those of the result were picked. */
function pick(
  timeline: WholeTimeline,
  { total }: PreparedQuery,
  isPicked: (at: number) => boolean,
): WholeTimeline | undefined {
  const ids = new Int32Array(total);
  const packed = new Float64Array(total);
  let count = 0;
  for (let at = 0; at < timeline.ids.length; at++) {
    if (!isPicked(at)) continue;
    ids[count] = timeline.ids[at]!;
    packed[count] = timeline.packed[at]!;
    count += 1;
  }
  // Missing ones that the query asks for are in no timeline, and those of removed folders only there.
  return count === total ? { ids, packed, codesOf: timeline.codesOf } : undefined;
}
