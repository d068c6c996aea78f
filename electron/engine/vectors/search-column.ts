import type { Table, VectorQuery } from "@lancedb/lancedb";
import type { IndexChoice } from "./index-choice.ts";
import type { Neighbour } from "./neighbour.ts";
import type { VectorColumn } from "./vector-column.ts";

/** The settings of an index were measured for lists of this length. */
export const TUNED_LIMIT = 100;

export interface ColumnSearch {
  readonly column: VectorColumn;
  readonly limit: number;
  /** How the column's index is asked; without one, or where it says `flat`, every row is compared. */
  readonly choice: IndexChoice | undefined;
}

/** Nearest first. */
export async function searchColumn(
  table: Table,
  query: Float32Array,
  options: ColumnSearch,
): Promise<Neighbour[]> {
  const found = await asked(table, query, options)
    .select(["fingerprint", "_distance"])
    .limit(options.limit)
    .toArrow();
  const fingerprints = found.getChild("fingerprint")!;
  const distances = found.getChild("_distance")!;
  return Array.from({ length: found.numRows }, (_, index) => ({
    fingerprint: String(fingerprints.get(index)),
    distance: Number(distances.get(index)),
  }));
}

/** Distances are those of the quantised vectors: an order of candidates, not yet an answer. */
export function searchRoughly(
  table: Table,
  query: Float32Array,
  options: ColumnSearch,
): Promise<Neighbour[]> {
  const { choice } = options;
  return searchColumn(table, query, {
    ...options,
    choice: choice && { ...choice, setting: { ...choice.setting, refineFactor: undefined } },
  });
}

function asked(
  table: Table,
  query: Float32Array,
  { column, limit, choice }: ColumnSearch,
): VectorQuery {
  const search = table.vectorSearch(query).column(column).distanceType("cosine");
  if (choice === undefined || choice.kind === "flat") return search.bypassVectorIndex();
  const { nprobes, ef, refineFactor } = choice.setting;
  const longer = Math.max(1, limit / TUNED_LIMIT);
  let tuned = search;
  // A list that is longer than those of the measurement reaches into more partitions.
  if (nprobes !== undefined) tuned = tuned.nprobes(Math.ceil(nprobes * longer));
  // It may not be less than the rows that are compared, even where it would be enough.
  if (ef !== undefined)
    tuned = tuned.ef(Math.max(Math.ceil(ef * longer), limit * (refineFactor ?? 1)));
  if (refineFactor !== undefined) tuned = tuned.refineFactor(refineFactor);
  return tuned;
}
