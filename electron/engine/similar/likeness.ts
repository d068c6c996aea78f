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
 * ones by weight, less, for each negative one, |w| / Σ w⁺ times what the photo has in common with it beyond chance:
 *
 *   s(x) = (Σ w⁺ cos(x, e) − Σ |w⁻| max(0, cos(x, e) − c)) / Σ w⁺
 *
 * in every column, held to [−1, 1]. A photo that is nothing like the negative example is neither better nor worse for
 * it (Rocchio's formula would move it up), a copy of it is no more alike than chance.
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

/** In [−1, 1]; see [Note: Several examples]. */
export function likenessToExamples(
  photo: Vectors,
  examples: readonly WeighedExample[],
  { shares, chance }: { readonly shares: Shares; readonly chance: Chance },
): number {
  const positive = positiveWeight(examples);
  let sum = 0;
  for (const { column, share } of shares) {
    for (const { vectors, weight } of examples) {
      const common = cosine(photo[column]!, vectors[column]!);
      sum += share * weight * (weight > 0 ? common : Math.max(0, common - chance[column]));
    }
  }
  return Math.max(-1, Math.min(1, sum / positive));
}

/** Sum of the weights above 0. */
export function positiveWeight(examples: readonly WeighedExample[]): number {
  return examples.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
}
