/**
 * @file The vector table's flat scan beside an exhaustive dot product over one Float32Array, in the same run:
 * 20,000 embeddings of 384 numbers, the 100 nearest. The starter's embeddings have that length.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";

const ROWS = 20_000;
const DIMENSION = 384;
const BATCH = 1000;
const LIMIT = 100;
const QUERIES = 20;

let seed = 1;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;

function unitVector(): Float32Array {
  const vector = Float32Array.from({ length: DIMENSION }, random);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const all = new Float32Array(ROWS * DIMENSION);
const folder = await mkdtemp(path.join(tmpdir(), "flat-scan-"));
try {
  await using vectors = new VectorTable({ folder, model: "bench", onLost: () => process.exit(1) });
  for (let start = 0; start < ROWS; start += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, index) => {
      const embedding = unitVector();
      all.set(embedding, (start + index) * DIMENSION);
      return { fingerprint: (start + index).toString(16).padStart(64, "0"), embedding };
    });
    await vectors.append(rows);
  }
  await vectors.optimize();
  const queries = Array.from({ length: QUERIES }, unitVector);
  await vectors.nearest(queries[0]!, LIMIT);

  const table: number[] = [];
  const exhaustive: number[] = [];
  let agreeing = 0;
  for (const query of queries) {
    const [found, tableMs] = await timed(() => vectors.nearest(query, LIMIT));
    const [expected, exhaustiveMs] = await timed(() => Promise.resolve(nearestRows(query)));
    table.push(tableMs);
    exhaustive.push(exhaustiveMs);
    const rows = new Set(found.map(({ fingerprint }) => Number.parseInt(fingerprint, 16)));
    agreeing += expected.filter((row) => rows.has(row)).length;
  }
  const [tableMs, exhaustiveMs] = [median(table), median(exhaustive)];
  process.stdout.write(
    `flat scan p50 ${tableMs.toFixed(1)} ms, exhaustive dot product p50 ${exhaustiveMs.toFixed(1)} ms, ` +
      `ratio ${(tableMs / exhaustiveMs).toFixed(2)}, recall@${LIMIT} ${(agreeing / QUERIES / LIMIT).toFixed(3)}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

function nearestRows(query: Float32Array): number[] {
  const similarities = new Float32Array(ROWS);
  for (let row = 0; row < ROWS; row += 1) {
    let sum = 0;
    for (let k = 0; k < DIMENSION; k += 1) sum += query[k]! * all[row * DIMENSION + k]!;
    similarities[row] = sum;
  }
  const rows = Array.from(similarities.keys());
  return rows.sort((a, b) => similarities[b]! - similarities[a]!).slice(0, LIMIT);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedMs = performance.now();
  const result = await work();
  return [result, performance.now() - startedMs];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
