import type { Table } from "@lancedb/lancedb";
import type { IndexChoice } from "./index-choice.ts";
import { different, type Neighbour } from "./neighbour.ts";
import { searchColumn } from "./search-column.ts";
import type { VectorColumn } from "./vector-column.ts";

/** A list that asks for more than this share of the table is as fast, and exact, by comparing every row. */
const SHARE_OF_INDEX = 0.1;

export interface OverallSearch {
  readonly column: VectorColumn;
  readonly limit: number;
  readonly choice: IndexChoice | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Nearest first, of all rows. */
export async function nearestOverall(
  table: Table,
  query: Float32Array,
  { column, limit, choice: usual, signal }: OverallSearch,
): Promise<Neighbour[]> {
  const isLong =
    usual !== undefined && limit * (usual.setting.refineFactor ?? 1) > usual.rows * SHARE_OF_INDEX;
  const choice = isLong ? undefined : usual;
  // Should a fingerprint be there twice, fewer than asked for are different: then more are asked for.
  for (let wanted = limit; ; wanted *= 2) {
    signal?.throwIfAborted();
    const rows = await searchColumn(table, query, { column, limit: wanted, choice });
    const found = different(rows);
    if (found.length >= limit || rows.length < wanted) return found.slice(0, limit);
  }
}
