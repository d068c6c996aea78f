import { BLOCK, type Grouping, type Segment } from "../../contract/query.ts";
import { absolutePath } from "../catalog/photos.ts";
import type { SearchSource } from "./search-source.ts";
import { toCursor, type PhotoOrder } from "./cursor.ts";
import { orderedPhotos, orderOf } from "./ordered-photos.ts";
import type { PreparedQuery } from "./prepare-query.ts";

/** A result in order, one entry for each photo in each list. */
interface Timeline {
  readonly ids: readonly number[];
  readonly times: readonly number[];
  readonly aspects: Buffer;
}

/** Some photos in a row that belong together. */
interface Run {
  readonly key: string;
  readonly count: number;
}

export function photoSegments(
  query: PreparedQuery,
  groupBy: Grouping,
  source: SearchSource,
): Segment[] {
  const order = orderOf(query, groupBy);
  const timeline = readTimeline(query, order, source);
  const runs = readRuns(query, timeline, { order, groupBy, source });
  let start = 0;
  return runs.map((run) => {
    const segment = toSegment(run, { start, order, timeline });
    start += run.count;
    return segment;
  });
}

/** An album's own order is one run, whatever it would be grouped by. */
function readRuns(
  query: PreparedQuery,
  { times }: Timeline,
  how: { order: PhotoOrder; groupBy: Grouping; source: SearchSource },
): Run[] {
  if (how.order === "directory") return directoryRuns(query, how.source);
  return timeRuns(times, how.order === "album" || how.groupBy === "folder" ? "none" : how.groupBy);
}

/**
 * One row holds everything: SQLite packs a million entries in a quarter of the time that fetching them one
 * by one takes. It feeds an aggregate in the order of the subquery.
 */
function readTimeline(
  query: PreparedQuery,
  order: PhotoOrder,
  { catalog }: SearchSource,
): Timeline {
  const { text, values } = orderedPhotos(query, order);
  const row = catalog.get<{ ids: string; times: string; aspects: string | null }>(
    `SELECT json_group_array(id) AS ids, json_group_array(sort_at_ms) AS times,
       group_concat(char(aspect + 256), '') AS aspects FROM (${text})`,
    values,
  )!;
  return {
    ids: JSON.parse(row.ids) as number[],
    times: JSON.parse(row.times) as number[],
    // A text cannot hold the byte 0, so SQL adds 256 to each; latin1 keeps the lower byte.
    aspects: Buffer.from(row.aspects ?? "", "latin1"),
  };
}

function directoryRuns(query: PreparedQuery, { catalog }: SearchSource): Run[] {
  const { text, values } = orderedPhotos(query, "directory");
  const rows = catalog.all<{ folderPath: string; directory: string; count: number }>(
    `SELECT folder_path AS folderPath, directory, count(*) AS count FROM (${text})
     GROUP BY folder_path, directory ORDER BY folder_path, directory`,
    values,
  );
  return rows.map((row) => ({ key: absolutePath({ ...row, name: "" }), count: row.count }));
}

const DAY_MS = 86_400_000;

function timeRuns(times: readonly number[], groupBy: "day" | "month" | "none"): Run[] {
  if (groupBy === "none") return times.length === 0 ? [] : [{ key: "", count: times.length }];
  const runs: { key: string; count: number }[] = [];
  let day: number | undefined;
  for (const time of times) {
    const last = runs.at(-1);
    if (last && Math.floor(time / DAY_MS) === day) {
      last.count += 1;
      continue;
    }
    day = Math.floor(time / DAY_MS);
    const key = new Date(time).toISOString().slice(0, groupBy === "day" ? 10 : 7);
    if (last?.key === key) last.count += 1;
    else runs.push({ key, count: 1 });
  }
  return runs;
}

function toSegment(
  run: Run,
  at: { start: number; order: PhotoOrder; timeline: Timeline },
): Segment {
  const { start, order, timeline } = at;
  const cursors: string[] = [];
  for (let index = start; index < start + run.count; index += BLOCK) {
    cursors.push(toCursor({ order, sortAtMs: timeline.times[index]!, id: timeline.ids[index]! }));
  }
  return {
    ...run,
    cursors,
    aspects: timeline.aspects.toString("base64", start, start + run.count),
  };
}
