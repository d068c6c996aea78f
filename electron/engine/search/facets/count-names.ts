import type { Steps } from "../../support/in-turns.ts";
import { toMembers } from "../ordered-ids.ts";
import { photoTable } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";
import { NameTally, type NameField } from "./name-tally.ts";

/** Looks up the few. */
export function* readFewNames(ids: readonly number[], { catalog }: SearchSource): Steps<NameTally> {
  const rows = catalog.all<Record<NameField, string | null> & { count: number }>(
    `SELECT camera, lens, flag, colour_label AS colour, kind, count(*) AS count FROM ${photoTable("ids")}
     WHERE id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3, 4, 5`,
    [JSON.stringify(ids)],
  );
  yield;
  const tally = new NameTally();
  for (const { count, ...names } of rows) {
    for (const [field, name] of Object.entries(names) as [NameField, string | null][])
      if (name !== null) tally.add(field, name, count);
  }
  return tally;
}

/** Each is in an index of its own, by name: walked as a whole, it needs no photo's row. */
const LISTS: Readonly<Record<NameField, string>> = {
  camera: `camera AS name FROM photo INDEXED BY photo_by_camera WHERE camera IS NOT NULL GROUP BY camera COLLATE NOCASE`,
  lens: `lens AS name FROM photo INDEXED BY photo_by_lens WHERE lens IS NOT NULL GROUP BY lens COLLATE NOCASE`,
  flag: `flag AS name FROM photo INDEXED BY photo_by_flag WHERE flag IS NOT NULL GROUP BY flag`,
  colour: `colour_label AS name FROM photo INDEXED BY photo_by_colour_label WHERE colour_label IS NOT NULL GROUP BY colour_label`,
  kind: `'video' AS name FROM photo INDEXED BY photo_videos WHERE kind = 'video'`,
};

/** Counts the many among the photos of each name. */
export function* readManyNames(
  ids: readonly number[],
  { catalog }: SearchSource,
): Steps<NameTally> {
  const isCounted = toMembers(ids);
  const tally = new NameTally();
  for (const [field, list] of Object.entries(LISTS) as [NameField, string][]) {
    const rows = catalog.iterate<{ ids: string; name: string }>(
      `SELECT json_group_array(id) AS ids, ${list}`,
    );
    for (const row of rows) {
      let count = 0;
      for (const id of JSON.parse(row.ids) as number[]) count += isCounted[id] ?? 0;
      tally.add(field, row.name, count);
    }
    yield;
  }
  return tally;
}
