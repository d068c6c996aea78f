import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import type { Matrix } from "./exhaustive.ts";
import { realisticEmbeddings } from "./realistic-embeddings.ts";

/** Large: what is measured is the table, not how it was filled. */
const BATCH = 10_000;

const SMALL_FILES = 64;

export const MODEL = "bench";

export const fingerprintOf = (row: number) => row.toString(16).padStart(64, "0");
export const rowOfFingerprint = (fingerprint: string) => Number.parseInt(fingerprint, 16);

export interface Size {
  readonly rows: number;
  readonly dimension: number;
}

/**
 * Rows of a dimension that is not that of the real embeddings are those, times a fixed random matrix and cut off
 * at zero: distances keep their order roughly, as after a wider last layer.
 */
export function makeMatrix(real: readonly Float32Array[], { rows, dimension }: Size): Matrix {
  const source = realisticEmbeddings(real);
  const numbers = new Float32Array(rows * dimension);
  const made = real[0]!.length;
  if (made === dimension) {
    for (let row = 0; row < rows; row += 1) source.next(numbers, row * dimension);
    return { rows, dimension, numbers };
  }
  const widen = widener(made, dimension);
  const narrow = new Float32Array(made);
  for (let row = 0; row < rows; row += 1) {
    source.next(narrow, 0);
    numbers.set(widen(narrow), row * dimension);
  }
  return { rows, dimension, numbers };
}

export async function fillTable(folder: string, matrix: Matrix): Promise<void> {
  await using vectors = new VectorTable({
    folder,
    model: MODEL,
    onLost: () => process.exit(1),
    policy: { fewestRows: Infinity },
  });
  const { rows, dimension, numbers } = matrix;
  for (let start = 0; start < rows; start += BATCH) {
    const count = Math.min(BATCH, rows - start);
    await vectors.append(
      Array.from({ length: count }, (_, index) => ({
        fingerprint: fingerprintOf(start + index),
        embedding: numbers.subarray((start + index) * dimension, (start + index + 1) * dimension),
      })),
    );
  }
  // So many small files that an idle moment folds them, and makes the index of fingerprints.
  for (let batch = 0; batch < SMALL_FILES; batch += 1)
    await appendOne(vectors, rows + batch, matrix);
  await vectors.optimize();
  await vectors.delete(
    Array.from({ length: SMALL_FILES }, (_, batch) => fingerprintOf(rows + batch)),
  );
}

function appendOne(vectors: VectorTable, row: number, { dimension }: Matrix): Promise<void> {
  const embedding = new Float32Array(dimension);
  embedding[0] = 1;
  return vectors.append([{ fingerprint: fingerprintOf(row), embedding }]);
}

export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function widener(from: number, to: number): (row: Float32Array) => Float32Array {
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const weights = Float32Array.from({ length: from * to }, random);
  const wide = new Float32Array(to);
  return (row) => {
    let square = 0;
    for (let k = 0; k < to; k += 1) {
      let sum = 0;
      for (let j = 0; j < from; j += 1) sum += weights[k * from + j]! * row[j]!;
      wide[k] = Math.max(0, sum);
      square += wide[k]! * wide[k]!;
    }
    const length = Math.sqrt(square) || 1;
    return wide.map((value) => value / length);
  };
}
