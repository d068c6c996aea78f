import type { Table } from "@lancedb/lancedb";
import type { IndexChoice } from "./index-choice.ts";
import type { Neighbour } from "./neighbour.ts";
import { readSpread } from "./read-vectors.ts";
import { searchColumn, TUNED_LIMIT } from "./search-column.ts";
import type { VectorColumn } from "./vector-column.ts";

/** Equally near rows may change places, and the same row's distance comes out differently in its last digits. */
const TIE = 1e-5;

/** Questions that are not counted: the first ones read what the others find in memory. */
const WARM_UP = 3;

/** Rows of the library that stand for its questions, with what comparing every row answers to them. */
export interface Yardstick {
  readonly column: VectorColumn;
  readonly queries: readonly Float32Array[];
  readonly truth: readonly (readonly Neighbour[])[];
  readonly flatP50Ms: number;
}

/** The mean share of the truly nearest that are found. */
export interface Recall {
  readonly mean: number;
  /** Two standard errors below: a few questions that find little hide from a small sample. */
  readonly surely: number;
}

export interface Measured {
  readonly p50Ms: number;
  readonly at10: Recall;
  readonly at100: Recall;
}

/** Half of the searches over every row take less than this. */
export async function measureFlat(
  table: Table,
  column: VectorColumn,
  count: number,
): Promise<Yardstick> {
  const rows = await readSpread(table, count, { columns: [column] });
  const queries = rows.map(({ vectors }) => vectors[column]!);
  const { p50Ms, answers } = await ask(table, queries, { column, choice: undefined });
  return { column, queries, truth: answers, flatP50Ms: p50Ms };
}

export async function measureSearch(
  table: Table,
  { column, queries, truth }: Yardstick,
  choice: IndexChoice,
): Promise<Measured> {
  const { p50Ms, answers } = await ask(table, queries, { column, choice });
  return {
    p50Ms,
    at10: recallOf(answers, truth, 10),
    at100: recallOf(answers, truth, TUNED_LIMIT),
  };
}

/** Of the `count` truly nearest; rows that are as near as the last of them count too. */
export function recallOf(
  found: readonly (readonly Neighbour[])[],
  truth: readonly (readonly Neighbour[])[],
  count: number,
): Recall {
  const shares = truth.map((expected, index) => {
    const nearest = expected.slice(0, count);
    const last = nearest.at(-1);
    if (last === undefined) return 1;
    const names = new Set(nearest.map(({ fingerprint }) => fingerprint));
    const hits = found[index]!.slice(0, count).filter(
      ({ fingerprint, distance }) => names.has(fingerprint) || distance <= last.distance + TIE,
    );
    return hits.length / nearest.length;
  });
  const mean = meanOf(shares);
  const variance = meanOf(shares.map((share) => (share - mean) ** 2));
  return { mean, surely: mean - 2 * Math.sqrt(variance / shares.length) };
}

async function ask(
  table: Table,
  queries: readonly Float32Array[],
  how: { readonly column: VectorColumn; readonly choice: IndexChoice | undefined },
): Promise<{ p50Ms: number; answers: Neighbour[][] }> {
  const search = (query: Float32Array) =>
    searchColumn(table, query, { ...how, limit: TUNED_LIMIT });
  for (const query of queries.slice(0, WARM_UP)) await search(query);
  const times: number[] = [];
  const answers: Neighbour[][] = [];
  for (const query of queries) {
    const startedMs = performance.now();
    answers.push(await search(query));
    times.push(performance.now() - startedMs);
  }
  return { p50Ms: median(times), answers };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
