/**
 * @file How alike a photo is to the examples of a question: pure arithmetic.
 *
 * [Note: Depth] At a depth d the likeness of two photos is Σ a · cosine over the columns, where the shares a are
 * proportional to d / (1 − c) for the embedding and (1 − d) / 2 / (1 − c) for each stage, and sum to 1. c is the
 * cosine of two photos by chance in that column: about 0.4, 0.92 and 0.73 with the starter. Without it depth would
 * change nothing until nearly 0, because the stages of any two photos are so much alike. Such a sum is the cosine of
 * the columns put one behind the other, each times √a: still 1 for the same picture. Depth 1 is the embedding alone,
 * depth 0 the stages alone. Columns that the model does not have take no part.
 *
 * [Note: Several examples] The likeness to examples with weights w is the mean of the likenesses to the positive
 * ones by weight, p(x) = Σ w⁺ cos(x, e) / Σ w⁺, of which each negative one takes a part of what lies above chance:
 *
 *   s(x) = p(x) − (p(x) − c) · Σ |w⁻| / Σ w⁺ · max(0, cos(x, e) − b) / (1 − b)
 *
 * in every column, held to [−1, 1]. b is p(x), or what the negative example has in common with the positive ones where
 * that is less, and at least c: what is said to be wrong is found among what is alike, so that everything that is alike
 * has much in common with it. Measured from chance, one negative example emptied the list in 19 of 19 questions among
 * fruit. So a photo loses nothing that is no more like the negative example than it is like the positive ones, or than they
 * are; a copy of the negative example is no more alike than chance.
 */
import type { VectorColumn, Vectors } from "../vectors/vector-column.ts";
import { cosine } from "./unit-vectors.ts";

/** By column; what two photos have in common by chance. */
export type Chance = Readonly<Record<VectorColumn, number>>;

export type Shares = readonly { readonly column: VectorColumn; readonly share: number }[];

/** A picture that the question is about. The weight is above or below 0, never 0. */
export interface WeighedExample {
  readonly vectors: Vectors;
  readonly weight: number;
}

/** Those of the present columns that count at a depth in [0, 1], with shares that sum to 1. See [Note: Depth]. */
export function sharesAt(depth: number, chance: Chance, present: readonly VectorColumn[]): Shares {
  const wanted = present.map((column) => {
    const part = column === "embedding" ? depth : (1 - depth) / 2;
    return { column, share: part / Math.max(1e-3, 1 - chance[column]) };
  });
  const sum = wanted.reduce((total, { share }) => total + share, 0);
  // At depth 0 of a model without stages there is only the embedding to go by.
  if (sum === 0) return [{ column: "embedding", share: 1 }];
  return wanted
    .filter(({ share }) => share > 0)
    .map(({ column, share }) => ({ column, share: share / sum }));
}

/** Σ share · cosine of two photos. Both have every column of the shares. */
export function likeness(one: Vectors, other: Vectors, shares: Shares): number {
  return shares.reduce(
    (sum, { column, share }) => sum + share * cosine(one[column]!, other[column]!),
    0,
  );
}

/** How alike a photo is to the examples, in [−1, 1]; see [Note: Several examples]. */
export function likenessToExamples(
  examples: readonly WeighedExample[],
  { shares, chance }: { readonly shares: Shares; readonly chance: Chance },
): (photo: Vectors) => number {
  const wanted = examples.filter(({ weight }) => weight > 0);
  const unwanted = examples.filter(({ weight }) => weight < 0);
  const positive = positiveWeight(examples);
  const columns = shares.map(({ column, share }) => ({
    column,
    share,
    least: chance[column],
    unwanted: unwanted.map(({ vectors, weight }) => ({
      vector: vectors[column]!,
      weight: -weight / positive,
      common: Math.max(chance[column], meanTo(vectors[column]!, column)),
    })),
  }));
  return (photo) => {
    let sum = 0;
    for (const { column, share, least, unwanted: wrong } of columns) {
      const own = photo[column]!;
      const mean = meanTo(own, column);
      let taken = 0;
      for (const { vector, weight, common } of wrong) {
        const usual = Math.max(least, Math.min(common, mean));
        taken += (weight * Math.max(0, cosine(own, vector) - usual)) / room(usual);
      }
      sum += share * (mean - taken * Math.max(0, mean - least));
    }
    return Math.max(-1, Math.min(1, sum));
  };

  function meanTo(vector: Float32Array, column: VectorColumn): number {
    let sum = 0;
    for (const { vectors, weight } of wanted) sum += weight * cosine(vector, vectors[column]!);
    return sum / positive;
  }
}

/** Above what a negative example has in common with the others; a copy of one of them leaves nearly none. */
function room(common: number): number {
  return Math.max(0.02, 1 - common);
}

/** Sum of the weights above 0. */
export function positiveWeight(examples: readonly WeighedExample[]): number {
  return examples.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
}
