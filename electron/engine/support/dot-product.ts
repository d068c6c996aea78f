/**
 * a·b of two vectors of the same size; of unit length, their cosine. Counted four abreast, because each step of a
 * plain loop waits for the one before it: half the time.
 */
export function dotProduct(one: Float32Array, other: Float32Array): number {
  const even = one.length - (one.length % 4);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let at = 0; at < even; at += 4) {
    sum0 += one[at]! * other[at]!;
    sum1 += one[at + 1]! * other[at + 1]!;
    sum2 += one[at + 2]! * other[at + 2]!;
    sum3 += one[at + 3]! * other[at + 3]!;
  }
  for (let at = even; at < one.length; at++) sum0 += one[at]! * other[at]!;
  return sum0 + sum1 + sum2 + sum3;
}
