import { positiveWeight, type Chance, type Shares, type WeighedExample } from "./likeness.ts";
import { likenessToExamples } from "./likeness.ts";
import { lengthOf, toUnit, weighedSum } from "./unit-vectors.ts";
import type { VectorSource } from "./vector-source.ts";
import type { VectorColumn } from "../vectors/vector-column.ts";

/** Content that may be a result. */
export interface Candidate {
  readonly fingerprint: string;
  /** In [−1, 1]. */
  readonly similarity: number;
}

export interface Candidates {
  /** In no order. */
  readonly found: readonly Candidate[];
  /** The table has no more of them, or none that are looked for. */
  readonly isAll: boolean;
}

export interface CandidateQuestion {
  readonly examples: readonly WeighedExample[];
  readonly shares: Shares;
  readonly chance: Chance;
  /** The nearest so many of each column. */
  readonly limit: number;
  /** Where the table's own order is the answer: the likeness below which nothing is looked for. */
  readonly least?: number;
  readonly within?: readonly string[];
  readonly signal?: AbortSignal;
}

type WeighedColumns = Pick<CandidateQuestion, "examples" | "shares">;

/** What is alike in several columns together may be far down the list of each. */
const FEWEST_PER_COLUMN = 500;

/**
 * The contents nearest to the examples. With one column and no negative example, the weighted mean of the cosines
 * orders like the cosine to the weighted sum of the examples (it is that cosine times the sum's length over the sum
 * of the weights), so that the vector table's own order is the answer. Otherwise the nearest of every column are
 * gathered, by the sum with the negative examples taken off (Rocchio) and by the sum without them, and ranked by
 * likeness.
 */
export async function findCandidates(
  vectors: VectorSource,
  question: CandidateQuestion,
): Promise<Candidates> {
  const [only] = question.shares;
  if (isOneList(question)) return nearestTo(vectors, only!.column, question);
  return rankedUnion(vectors, question);
}

/** Whether the table's own order is the answer. */
export function isOneList({ examples, shares }: WeighedColumns): boolean {
  return shares.length === 1 && examples.every(({ weight }) => weight > 0);
}

async function nearestTo(
  vectors: VectorSource,
  column: VectorColumn,
  question: CandidateQuestion,
): Promise<Candidates> {
  const sum = sumOf(question.examples, column);
  const unit = toUnit(sum);
  if (!unit) return { found: [], isAll: true };
  const factor = lengthOf(sum) / positiveWeight(question.examples);
  const { limit, least } = question;
  const reach = least === undefined ? undefined : 1 - least / factor;
  const neighbours = await vectors.nearest(unit, limit, {
    ...optionsOf(question, column),
    ...(reach !== undefined && { reach }),
  });
  const found = neighbours.map(({ fingerprint, distance }) => ({
    fingerprint,
    similarity: Math.max(-1, Math.min(1, factor * (1 - distance))),
  }));
  return { found, isAll: neighbours.length < limit };
}

async function rankedUnion(
  vectors: VectorSource,
  question: CandidateQuestion,
): Promise<Candidates> {
  const { examples, shares, signal } = question;
  const limit = Math.max(question.limit, FEWEST_PER_COLUMN);
  const fingerprints = new Set<string>();
  let isAll = true;
  for (const { column } of shares) {
    for (const query of queriesOf(examples, column)) {
      const neighbours = await vectors.nearest(query, limit, optionsOf(question, column));
      signal?.throwIfAborted();
      for (const { fingerprint } of neighbours) fingerprints.add(fingerprint);
      if (neighbours.length >= limit) isAll = false;
    }
  }
  const rows = await vectors.rows(
    [...fingerprints],
    shares.map(({ column }) => column),
  );
  signal?.throwIfAborted();
  const likenessOf = likenessToExamples(examples, question);
  const found = [...rows].map(([fingerprint, row]) => ({
    fingerprint,
    similarity: likenessOf(row),
  }));
  return { found, isAll };
}

function queriesOf(examples: readonly WeighedExample[], column: VectorColumn): Float32Array[] {
  const positive = examples.filter(({ weight }) => weight > 0);
  const sums = positive.length < examples.length ? [examples, positive] : [positive];
  return sums.flatMap((parts) => toUnit(sumOf(parts, column)) ?? []);
}

function sumOf(examples: readonly WeighedExample[], column: VectorColumn): Float32Array {
  return weighedSum(examples.map(({ vectors, weight }) => ({ vector: vectors[column]!, weight })));
}

function optionsOf({ within, signal }: CandidateQuestion, column: VectorColumn) {
  return { column, ...(within && { within }), ...(signal && { signal }) };
}
