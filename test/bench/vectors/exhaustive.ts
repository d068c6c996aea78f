/** @file What the table is measured against: every row compared in JavaScript, and the memory itself. */

export interface Matrix {
  readonly rows: number;
  readonly dimension: number;
  /** One row after the other, each of unit length. */
  readonly numbers: Float32Array;
}

export function rowOf({ numbers, dimension }: Matrix, row: number): Float32Array {
  return numbers.subarray(row * dimension, (row + 1) * dimension);
}

/** The rows nearest to `query`, nearest first, of those that pass. */
export function nearestRows(
  matrix: Matrix,
  query: Float32Array,
  { limit, passes }: { readonly limit: number; readonly passes?: Uint8Array },
): number[] {
  const { rows, dimension, numbers } = matrix;
  const near: { row: number; similarity: number }[] = [];
  let least = -Infinity;
  for (let row = 0; row < rows; row += 1) {
    if (passes?.[row] === 0) continue;
    let similarity = 0;
    const start = row * dimension;
    for (let k = 0; k < dimension; k += 1) similarity += query[k]! * numbers[start + k]!;
    if (similarity <= least) continue;
    let at = near.length;
    while (at > 0 && near[at - 1]!.similarity < similarity) at -= 1;
    near.splice(at, 0, { row, similarity });
    if (near.length > limit) near.pop();
    if (near.length === limit) least = near.at(-1)!.similarity;
  }
  return near.map(({ row }) => row);
}

const COPIED_BYTES = 256 * 1024 * 1024;

/** Bytes per millisecond that copying reads and writes: the best of five. */
export function memoryBandwidth(): number {
  const from = new Uint8Array(COPIED_BYTES).fill(1);
  const to = new Uint8Array(COPIED_BYTES);
  let bestMs = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const startedMs = performance.now();
    to.set(from);
    bestMs = Math.min(bestMs, performance.now() - startedMs);
  }
  return (2 * COPIED_BYTES) / bestMs;
}
