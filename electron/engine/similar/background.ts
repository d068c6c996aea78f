import { setImmediate as yieldToOthers } from "node:timers/promises";
import { VECTOR_COLUMNS, type VectorColumn, type Vectors } from "../vectors/vector-column.ts";
import { sharesAt, type Chance } from "./likeness.ts";
import { cosine } from "./unit-vectors.ts";

/** How alike two photos are by chance, at one depth: quantiles of the likeness of random pairs. */
export interface DepthBackground {
  readonly median: number;
  readonly q90: number;
  readonly q99: number;
  readonly q999: number;
}

/** What random pairs of a library's own photos have in common, with one model. */
export interface Background {
  readonly chance: Chance;
  /** At depths 0, 0.1, … 1. */
  readonly depths: readonly DepthBackground[];
}

const STEPS = 10;

/**
 * Every pair of the sample is a random pair: 200 photos make 19,900, of which the rarest thousandth is still 20.
 * Steps aside for other questions every few milliseconds.
 */
export async function measureBackground(sample: readonly Vectors[]): Promise<Background> {
  const present = VECTOR_COLUMNS.filter((column) =>
    sample.every((row) => row[column] !== undefined),
  );
  const cosines = new Map<VectorColumn, Float64Array>();
  for (const column of present) cosines.set(column, await pairCosines(sample, column));
  const chance = { embedding: 0, stage2: 0, stage3: 0 };
  for (const [column, values] of cosines) chance[column] = quantile(values.toSorted(), 0.5);
  const depths: DepthBackground[] = [];
  for (let step = 0; step <= STEPS; step++) {
    await yieldToOthers();
    const shares = sharesAt(step / STEPS, chance, present);
    const likenesses = new Float64Array(cosines.get("embedding")!.length);
    for (const { column, share } of shares) {
      cosines.get(column)!.forEach((value, at) => (likenesses[at]! += share * value));
    }
    const sorted = likenesses.sort();
    const [median, q90, q99, q999] = [0.5, 0.9, 0.99, 0.999].map((q) => quantile(sorted, q));
    depths.push({ median: median!, q90: q90!, q99: q99!, q999: q999! });
  }
  return { chance, depths };
}

/** Between two steps of depth, evenly. */
export function backgroundAt({ depths }: Background, depth: number): DepthBackground {
  const place = Math.max(0, Math.min(1, depth)) * STEPS;
  const below = depths[Math.floor(place)]!;
  const above = depths[Math.ceil(place)]!;
  const share = place - Math.floor(place);
  const mix = (key: keyof DepthBackground) => below[key] * (1 - share) + above[key] * share;
  return { median: mix("median"), q90: mix("q90"), q99: mix("q99"), q999: mix("q999") };
}

/** Of every two rows, in one column. */
async function pairCosines(
  sample: readonly Vectors[],
  column: VectorColumn,
): Promise<Float64Array> {
  const cosines = new Float64Array((sample.length * (sample.length - 1)) / 2);
  let at = 0;
  for (const [index, row] of sample.entries()) {
    if (index % ROWS_BETWEEN_PAUSES === 0) await yieldToOthers();
    for (const other of sample.slice(index + 1)) {
      cosines[at++] = cosine(row[column]!, other[column]!);
    }
  }
  return cosines;
}

/** A few milliseconds' work. */
const ROWS_BETWEEN_PAUSES = 16;

function quantile(sorted: Float64Array, q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}
