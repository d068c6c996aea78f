import type { Distance, Evaluation } from "../../contract/similar.ts";
import type { Vectors } from "../vectors/vector-column.ts";
import { comparedColumns, type ComparedColumn } from "./compared-columns.ts";
import { pairDistances, type PairDistance } from "./distances.ts";
import { averagePrecision, interpolatedPrecision, precisionAt } from "./measures.ts";
import { Pause } from "./pause.ts";
import { relevantRanks } from "./relevant-ranks.ts";

export interface LabelledVectors {
  readonly label: string;
  readonly vectors: Vectors;
}

export interface EvaluationOptions {
  /** In [0, 1]; 1 compares embeddings alone, 0 the stages. See [Note: Depth]. */
  readonly depth: number;
  readonly distance: Distance;
  readonly signedSqrt: boolean;
}

export type Measures = Omit<Evaluation, "skipped" | "model">;

/** Where papers look; those that a set is too small for are left out. */
const CUTOFFS = [1, 5, 10, 20, 50, 100];

/** Queries that go over the files together, and files that they go over at a time: both fit a processor's cache. */
const QUERIES_AT_ONCE = 16;
const TILE_FILES = 64;

/** Other questions wait at most about this long. */
const PAUSE_AFTER_MS = 20;

/**
 * Leave one out: every file whose label another one has is a query, and all other files are ranked by their distance
 * to it, see [Note: Ties]; those with its label are relevant. Every pair is compared; what is kept is the vectors and
 * a few rows of distances. With no such file all measures are 0.
 */
export async function evaluateSet(
  files: readonly LabelledVectors[],
  { depth, distance, signedSqrt }: EvaluationOptions,
): Promise<Measures> {
  const { labels, sizes } = numberLabels(files);
  const queries = [...labels.keys()].filter((file) => sizes[labels[file]!]! > 1);
  const pause = new Pause(PAUSE_AFTER_MS);
  const vectors = files.map((file) => file.vectors);
  const columns = await comparedColumns(vectors, { depth, distance, signedSqrt }, pause);
  const sums = new Sums(files.length - 1);
  const distances = Array.from({ length: QUERIES_AT_ONCE }, () => new Float64Array(files.length));
  for (let start = 0; start < queries.length; start += QUERIES_AT_ONCE) {
    const some = queries.slice(start, start + QUERIES_AT_ONCE);
    for (let from = 0; from < files.length; from += TILE_FILES) {
      const to = Math.min(files.length, from + TILE_FILES);
      for (const [at, query] of some.entries()) {
        const into = distances[at]!.subarray(from, to);
        compareTile({ columns, between: pairDistances[distance], query, from, into });
      }
      await pause.ifDue();
    }
    for (const [at, query] of some.entries()) {
      sums.add(relevantRanks({ distances: distances[at]!, labels, query }));
      await pause.ifDue();
    }
  }
  const leftOut = files.length - queries.length;
  return { queries: queries.length, leftOut, labels: sizes.length, ...sums.means(queries.length) };
}

interface Tile {
  readonly columns: readonly ComparedColumn[];
  readonly between: PairDistance;
  readonly query: number;
  /** The first file of the tile. */
  readonly from: number;
  /** By file of the tile. */
  readonly into: Float64Array;
}

function compareTile({ columns, between, query, from, into }: Tile): void {
  into.fill(0);
  for (const { rows, share } of columns) {
    const row = rows[query]!;
    for (let at = 0; at < into.length; at++) into[at]! += share * between(row, rows[from + at]!);
  }
}

/** Labels as numbers from 0, and how many files each has. */
function numberLabels(files: readonly LabelledVectors[]): {
  labels: Int32Array;
  sizes: readonly number[];
} {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const labels = Int32Array.from(files, ({ label }) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    return number;
  });
  return { labels, sizes };
}

/** What is summed over the queries. */
class Sums {
  readonly #cutoffs: readonly number[];
  readonly #precisions: number[];
  readonly #curve = new Array<number>(11).fill(0);
  #averagePrecision = 0;

  /** `others`: how many files each query ranks. */
  constructor(others: number) {
    this.#cutoffs = CUTOFFS.filter((k) => k <= others);
    this.#precisions = this.#cutoffs.map(() => 0);
  }

  add(ranks: Float64Array): void {
    this.#averagePrecision += averagePrecision(ranks);
    for (const [at, k] of this.#cutoffs.entries()) this.#precisions[at]! += precisionAt(ranks, k);
    for (const [at, precision] of interpolatedPrecision(ranks).entries())
      this.#curve[at]! += precision;
  }

  means(queries: number): Pick<Measures, "meanAveragePrecision" | "precisionAt" | "curve"> {
    const mean = (sum: number) => (queries === 0 ? 0 : sum / queries);
    return {
      meanAveragePrecision: mean(this.#averagePrecision),
      precisionAt: this.#cutoffs.map((k, at) => ({ k, precision: mean(this.#precisions[at]!) })),
      curve: this.#curve.map((sum, tenth) => ({ recall: tenth / 10, precision: mean(sum) })),
    };
  }
}
