export interface Neighbour {
  readonly fingerprint: string;
  /** Cosine distance in [0, 2]; 0 is identical. */
  readonly distance: number;
}

/** Nearest first, each fingerprint once. */
export function different(rows: readonly Neighbour[]): Neighbour[] {
  const seen = new Map<string, Neighbour>();
  for (const row of rows) {
    if (!seen.has(row.fingerprint)) seen.set(row.fingerprint, row);
  }
  return [...seen.values()];
}

/** Cosine distance in [0, 2] of two vectors of one length; 1 where one of them is zero. */
export function cosineDistance(a: Float32Array, b: Float32Array): number {
  let [dot, squareA, squareB] = [0, 0, 0];
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [a[k]!, b[k]!];
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  const lengths = Math.sqrt(squareA * squareB);
  return lengths === 0 ? 1 : 1 - dot / lengths;
}
