import type { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { fingerprintOf } from "./big-table.ts";
import { nearestRows, rowOf, type Matrix } from "./exhaustive.ts";

const LIMIT = 100;
const QUESTIONS = 20;

interface Filter {
  readonly name: string;
  readonly rows: readonly number[];
}

/**
 * Filters that let some of the rows pass, asked by queries from all over: drawn by chance, as a date is, or all that
 * is nearest to one row, as a label is, where most queries lie outside and none of their neighbours pass.
 */
export function makeFilters(matrix: Matrix): Filter[] {
  const shares = [0.001, 0.01, 0.03, 0.08, 0.1, 0.3, 0.5];
  let state = 11;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const all = Array.from({ length: matrix.rows }, (_, row) => row);
  const shuffled = all
    .map((row) => [random(), row] as const)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
  const central = rowOf(matrix, Math.floor(matrix.rows / 3));
  const longest = Math.max(...shares) * matrix.rows;
  const near = nearestRows(matrix, central, { limit: Math.min(longest, 30_000) });
  return shares.flatMap((share) => {
    const count = Math.round(share * matrix.rows);
    const chance = { name: `${count} by chance`, rows: shuffled.slice(0, count) };
    return count > near.length
      ? [chance]
      : [chance, { name: `${count} alike`, rows: near.slice(0, count) }];
  });
}

export interface FilterFigures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly recall: number;
}

export async function measureFilter(
  vectors: VectorTable,
  matrix: Matrix,
  filter: Filter,
): Promise<FilterFigures> {
  const passes = new Uint8Array(matrix.rows);
  for (const row of filter.rows) passes[row] = 1;
  const times: number[] = [];
  let hits = 0;
  let wanted = 0;
  for (let question = 0; question < QUESTIONS; question += 1) {
    const row = Math.floor(((question + 0.4) * matrix.rows) / QUESTIONS);
    // Made anew for each question, as the catalog hands them out: a string that was hashed before is faster.
    const within = filter.rows.map(fingerprintOf);
    const startedMs = performance.now();
    const own = (await vectors.rows([fingerprintOf(row)])).get(fingerprintOf(row))!.embedding!;
    const found = await vectors.nearest(own, LIMIT, { within });
    times.push(performance.now() - startedMs);
    const expected = nearestRows(matrix, rowOf(matrix, row), { limit: LIMIT, passes });
    const names = new Set(expected.map(fingerprintOf));
    hits += found.filter(({ fingerprint }) => names.has(fingerprint)).length;
    wanted += expected.length;
  }
  times.sort((a, b) => a - b);
  return {
    p50Ms: times[QUESTIONS >> 1]!,
    p95Ms: times[Math.floor(QUESTIONS * 0.95)]!,
    recall: hits / wanted,
  };
}
