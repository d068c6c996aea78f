import { BLOCK, type Grouping, type Segment } from "../../contract/query.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import { readKeptCounts } from "../catalog/counts.ts";
import { absolutePath } from "../catalog/photos.ts";
import { sql } from "./conditions/sql.ts";
import { toCursor } from "./cursor.ts";
import { membersOf } from "./ordered-ids.ts";
import { isPicked, orderedPhotos, positionsOf } from "./ordered-photos.ts";
import { sectionOf, type PhotoOrder } from "./photo-order.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import { aspectOf, dayMsOf } from "./packed-photos.ts";
import type { SearchSource } from "./search-source.ts";
import { runsOf, type Run } from "./segment-runs.ts";
import { pickFromTimeline } from "./whole-timeline.ts";

/** A result in order, one entry for each photo in each list. */
interface OrderedResult {
  readonly ids: ArrayLike<number>;
  /** See photo-order.ts. */
  readonly sections: ArrayLike<number | null> & Iterable<number | null>;
  readonly aspects: Buffer;
}

/** As it comes from the catalog. */
interface ReadResult extends OrderedResult {
  readonly ids: readonly number[];
  readonly sections: readonly (number | null)[];
}

export function photoSegments(
  query: PreparedQuery,
  { order, groupBy }: { readonly order: PhotoOrder; readonly groupBy: Grouping },
  source: SearchSource,
): Segment[] {
  const result = readKept(query, order, source) ?? readResult(query, order, source);
  const runs = order.inDirectories
    ? directoryRuns(query, order, source)
    : runsOf(result.sections, order, groupBy);
  const blocks = blocksOf(runs);
  const starts = blocks.flat().map((at) => result.ids[at]!);
  const positions = positionsOf(starts, order, { query, catalog: source.catalog });
  const cursors = positions.map(toCursor);
  let start = 0;
  let block = 0;
  return runs.map(({ key, count }, at) => {
    const segment = {
      key,
      count,
      cursors: cursors.slice(block, block + blocks[at]!.length),
      aspects: result.aspects.toString("base64", start, start + count),
    };
    start += count;
    block += blocks[at]!.length;
    return segment;
  });
}

/** Where all photos are in memory; days are all that sections of the timeline are told by. */
function readKept(
  query: PreparedQuery,
  { by, isReversed, inDirectories }: PhotoOrder,
  source: SearchSource,
): OrderedResult | undefined {
  if (by !== "taken" || inDirectories) return undefined;
  const timeline = pickFromTimeline(query, source);
  if (!timeline) return undefined;
  const { ids, packed } = isReversed
    ? { ids: timeline.ids.toReversed(), packed: timeline.packed.toReversed() }
    : timeline;
  const [sections, aspects] = [new Float64Array(packed.length), Buffer.alloc(packed.length)];
  for (let at = 0; at < packed.length; at++) {
    sections[at] = dayMsOf(packed[at]!);
    aspects[at] = aspectOf(packed[at]!);
  }
  return { ids, sections, aspects };
}

/** From one of so many photos on, all are read and these are picked out of them: sooner than SQLite looks for each in a set. */
const WIDE_SHARE = 8;

function isWideInTime(
  { ids, total }: PreparedQuery,
  { by, inDirectories }: PhotoOrder,
  catalog: CatalogReader,
): boolean {
  if (by !== "taken" || inDirectories || !ids) return false;
  return total * WIDE_SHARE > readKeptCounts(catalog).photos;
}

/**
 * One row holds everything: SQLite packs a million entries in a quarter of the time that fetching them one
 * by one takes. It feeds an aggregate in the order of the subquery.
 */
function readResult(
  query: PreparedQuery,
  order: PhotoOrder,
  { catalog }: SearchSource,
): OrderedResult {
  const isWide = isWideInTime(query, order, catalog);
  const isFound = isWide || isPicked(query, order) ? membersOf(query, catalog) : undefined;
  const columns = `photo.id, photo.aspect, ${sectionOf(order)} AS section`;
  const walked = isWide ? { ...query, where: sql("photo.missing_since_ms IS NULL") } : query;
  const { text, values } = orderedPhotos(walked, order, { columns });
  const row = catalog.get<{ ids: string; sections: string; aspects: string | null }>(
    `SELECT json_group_array(id) AS ids, json_group_array(section) AS sections,
       group_concat(char(aspect + 256), '') AS aspects FROM (${text})`,
    values,
  )!;
  const result = {
    ids: JSON.parse(row.ids) as number[],
    sections: JSON.parse(row.sections) as (number | null)[],
    // A text cannot hold the byte 0, so SQL adds 256 to each; latin1 keeps the lower byte.
    aspects: Buffer.from(row.aspects ?? "", "latin1"),
  };
  return isFound ? pick(result, isFound) : result;
}

function pick({ ids, sections, aspects }: ReadResult, isFound: Uint8Array): OrderedResult {
  const isPicked = (_: unknown, at: number) => isFound[ids[at]!] === 1;
  return {
    ids: ids.filter(isPicked),
    sections: sections.filter(isPicked),
    aspects: aspects.filter(isPicked) as Buffer,
  };
}

function directoryRuns(query: PreparedQuery, order: PhotoOrder, { catalog }: SearchSource): Run[] {
  const columns = "folder.path AS folder_path, photo.directory";
  const { text, values } = orderedPhotos(query, order, { columns });
  const rows = catalog.all<{ folderPath: string; directory: string; count: number }>(
    `SELECT folder_path AS folderPath, directory, count(*) AS count FROM (${text})
     GROUP BY folder_path, directory ORDER BY folder_path, directory`,
    values,
  );
  return rows.map((row) => ({ key: absolutePath({ ...row, name: "" }), count: row.count }));
}

/** For each run the places, in the whole result, at which its blocks begin. */
function blocksOf(runs: readonly Run[]): number[][] {
  let start = 0;
  return runs.map(({ count }) => {
    const places = Array.from({ length: Math.ceil(count / BLOCK) }, (_, at) => start + at * BLOCK);
    start += count;
    return places;
  });
}
