import type { SearchSource } from "../search-source.ts";

/** How many photos are surely of each class of the active model: a range of the index each. By row id. */
export function readClassCounts(source: SearchSource): Map<number, number> {
  const { catalog, model } = source;
  const ids = JSON.stringify(source.vocabulary().classes.map(({ id }) => id));
  const rows = catalog.all<{ id: number; count: number }>(
    `SELECT value AS id, (SELECT count(*) FROM label WHERE class_id = value AND confidence >= ?) AS count
     FROM json_each(?)`,
    [model.labelThreshold, ids],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
