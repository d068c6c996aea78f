import { dotProduct } from "../support/dot-product.ts";

/** Cosine similarity, in [−1, 1], of two vectors of unit length and the same size. */
export function cosine(a: Float32Array, b: Float32Array): number {
  return Math.max(-1, Math.min(1, dotProduct(a, b)));
}

export interface WeighedVector {
  readonly vector: Float32Array;
  readonly weight: number;
}

/** Σ weight · vector. At least one vector; all of one size. */
export function weighedSum(parts: readonly WeighedVector[]): Float32Array {
  const sum = new Float32Array(parts[0]!.vector.length);
  for (const { vector, weight } of parts) {
    for (let at = 0; at < sum.length; at++) sum[at]! += weight * vector[at]!;
  }
  return sum;
}

export function lengthOf(vector: Float32Array): number {
  return Math.hypot(...vector);
}

/** The same direction with length 1; undefined where there is no direction. */
export function toUnit(vector: Float32Array): Float32Array | undefined {
  const length = lengthOf(vector);
  return length > 1e-6 ? vector.map((value) => value / length) : undefined;
}
