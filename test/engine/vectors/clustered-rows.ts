import { cosineDistance, type Neighbour } from "../../../electron/engine/vectors/neighbour.ts";
import type { VectorRow } from "../../../electron/engine/vectors/arrow-rows.ts";

const CLUSTERS = 60;

export const fingerprint = (index: number) => index.toString(16).padStart(64, "0");

export interface ClusteredRow extends VectorRow {
  readonly stage2: Float32Array;
}

/** Rows as a library has them: groups of photos that are alike, and the same ones every time. */
export function clusteredRows(count: number, dimension = 128): ClusteredRow[] {
  const random = seeded(3);
  const draw = (size: number) => Float32Array.from({ length: size }, () => random() - 0.5);
  const centres = Array.from({ length: CLUSTERS }, () => draw(dimension));
  return Array.from({ length: count }, (_, index) => {
    const centre = centres[Math.floor(random() * CLUSTERS)]!;
    const offset = draw(dimension);
    const embedding = unit(centre.map((value, k) => value + offset[k]! * 0.6));
    return { fingerprint: fingerprint(index), embedding, stage2: unit(draw(dimension / 2)) };
  });
}

/** What the table should answer: every row that passes is compared. */
export function exactNearest(
  rows: readonly ClusteredRow[],
  query: Float32Array,
  { limit, column = "embedding" }: { limit: number; column?: "embedding" | "stage2" },
): Neighbour[] {
  return rows
    .map((row) => ({
      fingerprint: row.fingerprint,
      distance: cosineDistance(query, row[column]),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit);
}

export function names(rows: readonly { fingerprint: string }[]): string[] {
  return rows.map((row) => row.fingerprint);
}

/** Mean share of the truly nearest ten that `ask` finds, over rows from all over. */
export async function recallAt10(
  rows: readonly ClusteredRow[],
  ask: (query: Float32Array) => Promise<Neighbour[]>,
): Promise<number> {
  const queries = Array.from({ length: 30 }, (_, n) => rows[(n * 997) % rows.length]!.embedding);
  let hits = 0;
  for (const query of queries) {
    const expected = new Set(names(exactNearest(rows, query, { limit: 10 })));
    hits += names(await ask(query)).filter((name) => expected.has(name)).length;
  }
  return hits / (queries.length * 10);
}

export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
