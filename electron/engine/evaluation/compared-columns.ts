import { sharesAt } from "../similar/likeness.ts";
import { VECTOR_COLUMNS, type VectorColumn, type Vectors } from "../vectors/vector-column.ts";
import { pairDistances, type PairDistance } from "./distances.ts";
import type { Pause } from "./pause.ts";
import { prepareRows, type RowOptions } from "./prepare-rows.ts";

/** A column of all files, and what part its distances have in the whole. */
export interface ComparedColumn {
  readonly rows: readonly Float32Array[];
  readonly share: number;
}

/** Pairs of so many files say what is usual: 20,000 of them. */
const SAMPLE_FILES = 200;

/**
 * The columns that count at a depth in [0, 1]. Two files are as far apart as the sum over the columns of share ·
 * distance. The shares are those of the search for similar photos, see [Note: Depth], where 1 − c, the distance of two
 * photos by chance, is measured here on the set itself, with the distance that is asked for: so depth means the
 * same with every distance, and the result depends on nothing but the set and the model. A column that one of the
 * files lacks takes no part.
 */
export async function comparedColumns(
  files: readonly Vectors[],
  { depth, ...options }: RowOptions & { readonly depth: number },
  pause: Pause,
): Promise<ComparedColumn[]> {
  const present = VECTOR_COLUMNS.filter((column) => files.every((file) => file[column]));
  const chance = { embedding: 0, stage2: 0, stage3: 0 };
  const rows = new Map<VectorColumn, Float32Array[]>();
  for (const { column } of sharesAt(depth, chance, present)) {
    const given = files.map((file) => file[column]!);
    rows.set(column, await prepareRows(given, options, pause));
  }
  for (const [column, prepared] of rows) {
    chance[column] = 1 - (await usualDistance(prepared, pairDistances[options.distance], pause));
  }
  return sharesAt(depth, chance, present).map(({ column, share }) => ({
    rows: rows.get(column)!,
    share,
  }));
}

/** The median over all pairs of some files, at even distances over the list. */
async function usualDistance(
  rows: readonly Float32Array[],
  between: PairDistance,
  pause: Pause,
): Promise<number> {
  const count = Math.min(rows.length, SAMPLE_FILES);
  const sample = Array.from(
    { length: count },
    (_, at) => rows[Math.floor((at * rows.length) / count)]!,
  );
  const distances = new Float64Array((count * (count - 1)) / 2);
  let next = 0;
  for (const [at, row] of sample.entries()) {
    for (let other = 0; other < at; other++) distances[next++] = between(row, sample[other]!);
    await pause.ifDue();
  }
  return distances.sort()[distances.length >> 1] ?? 0;
}
