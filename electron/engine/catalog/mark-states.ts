import type { PhotoId } from "../../contract/photo.ts";
import type { MarkStates } from "../../contract/values.ts";
import type { CatalogReader } from "./catalog-reader.ts";

type Field = Exclude<keyof MarkStates, "total">;
type Group = { readonly [F in Field]: MarkStates[F][number]["value"] } & { readonly count: number };

/** Which stars, flags and colour labels the photos have, and how many of them. */
export function countMarks(catalog: CatalogReader, photos: readonly PhotoId[]): MarkStates {
  // Of three values there are few combinations: the photos are read once.
  const groups = catalog.all<Group>(
    `SELECT rating, ifnull(flag, 'none') AS flag, ifnull(colour_label, 'none') AS colourLabel, count(*) AS count
     FROM photo WHERE id IN (SELECT value FROM json_each(?)) GROUP BY rating, flag, colour_label`,
    [JSON.stringify(photos)],
  );
  return {
    total: groups.reduce((sum, { count }) => sum + count, 0),
    rating: sumBy(groups, "rating"),
    flag: sumBy(groups, "flag"),
    colourLabel: sumBy(groups, "colourLabel"),
  };
}

function sumBy<F extends Field>(
  groups: readonly Group[],
  field: F,
): { value: Group[F]; count: number }[] {
  const counts = new Map<Group[F], number>();
  for (const group of groups)
    counts.set(group[field], (counts.get(group[field]) ?? 0) + group.count);
  return [...counts].map(([value, count]) => ({ value, count }));
}
