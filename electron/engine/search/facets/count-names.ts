import type { Steps } from "../../support/in-turns.ts";
import { toMembers } from "../ordered-ids.ts";
import { photoTable } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";
import type { Numbers, PhotoTimeline } from "../packed-photos.ts";
import type { WholeTimeline } from "../whole-timeline.ts";
import { idsByName, isKept, nameFields, type NameCodes } from "./name-lists.ts";
import { NameTally, type NameField } from "./name-tally.ts";

/** Looks up the few. */
export function* readFewNames(ids: Numbers, { catalog }: SearchSource): Steps<NameTally> {
  const rows = catalog.all<Record<NameField, string | null> & { count: number }>(
    `SELECT camera, lens, flag, colour_label AS colour, kind, count(*) AS count FROM ${photoTable("ids")}
     WHERE id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3, 4, 5`,
    [JSON.stringify(Array.from(ids))],
  );
  yield;
  const tally = new NameTally();
  for (const { count, ...names } of rows) {
    for (const [field, name] of Object.entries(names) as [NameField, string | null][])
      if (name !== null) tally.add(field, name, count);
  }
  return tally;
}

/** Counts the many among the photos of each name. `codesOf`: where it is kept which photo has which name. */
export function* readManyNames(
  { ids, codesOf }: Pick<PhotoTimeline, "ids"> & Partial<Pick<WholeTimeline, "codesOf">>,
  { catalog }: SearchSource,
): Steps<NameTally> {
  const isCounted = toMembers(ids);
  const tally = new NameTally();
  for (const field of nameFields) {
    if (codesOf && isKept(field)) tallyCodes(ids, { field, ...codesOf(field) }, tally);
    else
      for (const row of idsByName(field, catalog)) {
        let count = 0;
        for (const id of row.ids) count += isCounted[id] ?? 0;
        tally.add(field, row.name, count);
      }
    yield;
  }
  return tally;
}

function tallyCodes(
  ids: Numbers,
  { field, names, codes }: NameCodes & { readonly field: NameField },
  tally: NameTally,
): void {
  const counts = new Uint32Array(names.length + 1);
  for (const id of ids) counts[codes[id] ?? 0]! += 1;
  names.forEach((name, at) => tally.add(field, name, counts[at + 1]!));
}
