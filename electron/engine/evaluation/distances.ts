/**
 * @file The distances of two vectors of one size. All is counted four abreast, because each step of a plain loop
 * waits for the one before it: half the time.
 */
import type { Distance } from "../../contract/similar.ts";
import { dotProduct } from "../support/dot-product.ts";

export type PairDistance = (one: Float32Array, other: Float32Array) => number;

export const pairDistances: Readonly<Record<Distance, PairDistance>> = {
  cosine,
  euclidean,
  manhattan,
  chebyshev,
};

/** 1 − a·b, in [0, 2]; of vectors of unit length. */
function cosine(one: Float32Array, other: Float32Array): number {
  return 1 - dotProduct(one, other);
}

/** √Σ(a − b)². */
function euclidean(one: Float32Array, other: Float32Array): number {
  const even = one.length - (one.length % 4);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let at = 0; at < even; at += 4) {
    sum0 += (one[at]! - other[at]!) ** 2;
    sum1 += (one[at + 1]! - other[at + 1]!) ** 2;
    sum2 += (one[at + 2]! - other[at + 2]!) ** 2;
    sum3 += (one[at + 3]! - other[at + 3]!) ** 2;
  }
  for (let at = even; at < one.length; at++) sum0 += (one[at]! - other[at]!) ** 2;
  return Math.sqrt(sum0 + sum1 + sum2 + sum3);
}

/** Σ|a − b|. */
function manhattan(one: Float32Array, other: Float32Array): number {
  const even = one.length - (one.length % 4);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let at = 0; at < even; at += 4) {
    sum0 += Math.abs(one[at]! - other[at]!);
    sum1 += Math.abs(one[at + 1]! - other[at + 1]!);
    sum2 += Math.abs(one[at + 2]! - other[at + 2]!);
    sum3 += Math.abs(one[at + 3]! - other[at + 3]!);
  }
  for (let at = even; at < one.length; at++) sum0 += Math.abs(one[at]! - other[at]!);
  return sum0 + sum1 + sum2 + sum3;
}

/** max|a − b|. */
function chebyshev(one: Float32Array, other: Float32Array): number {
  const even = one.length - (one.length % 4);
  let most0 = 0;
  let most1 = 0;
  let most2 = 0;
  let most3 = 0;
  for (let at = 0; at < even; at += 4) {
    most0 = Math.max(most0, Math.abs(one[at]! - other[at]!));
    most1 = Math.max(most1, Math.abs(one[at + 1]! - other[at + 1]!));
    most2 = Math.max(most2, Math.abs(one[at + 2]! - other[at + 2]!));
    most3 = Math.max(most3, Math.abs(one[at + 3]! - other[at + 3]!));
  }
  for (let at = even; at < one.length; at++) {
    most0 = Math.max(most0, Math.abs(one[at]! - other[at]!));
  }
  return Math.max(most0, most1, most2, most3);
}
