/**
 * @file Find similar at the size of a large library, for each kind of index and for what the policy chooses, beside
 * LanceDB's flat scan, an exhaustive dot product over one Float32Array, and the time in which memory can be read.
 *
 * `node test/bench/vectors/index.bench.ts [ROWS[xDIMENSION]…]`, for example `1000000 50000x2048`. Each question fetches
 * the vector of a row by its fingerprint and asks for the 100 nearest.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import {
  IndexKind,
  writeChoices,
  type IndexChoice,
} from "../../../electron/engine/vectors/index-choice.ts";
import { DEFAULT_POLICY } from "../../../electron/engine/vectors/index-policy.ts";
import { copyBytes } from "../../../electron/engine/vectors/vector-copy.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { until } from "../../support/until.ts";
import {
  fillTable,
  fingerprintOf,
  folderBytes,
  makeMatrix,
  MODEL,
  rowOfFingerprint,
  type Size,
} from "./big-table.ts";
import { memoryBandwidth, nearestRows, rowOf, type Matrix } from "./exhaustive.ts";
import { makeFilters, measureFilter } from "./filters.ts";
import type { BuildResult, KindOrder, SearchResult } from "./kind-process.ts";
import { realEmbeddings } from "./real-embeddings.ts";

const LIMIT = 100;
const QUESTIONS = 50;
const MB = 1e6;

/** Rows × dimension; beyond this a graph takes a quarter of an hour. */
const MOST_NUMBERS_OF_A_GRAPH = 100_000 * 384;

interface Truth {
  readonly rows: readonly number[];
  readonly nearest: readonly (readonly number[])[];
}

const sizes = process.argv.slice(2).map(parseSize);
const scratch = await mkdtemp(path.join(tmpdir(), "vectors-bench-"));
try {
  const real = await realEmbeddings(path.join(scratch, "library"));
  print(`${cpus().length} × ${cpus()[0]!.model.trim()}; ${real.length} real embeddings`);
  const defaults = [10_000, 100_000].map((rows) => ({ rows, dimension: real[0]!.length }));
  for (const size of sizes.length > 0 ? sizes : defaults) await measureSize(real, size);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

function parseSize(text: string): Size {
  const [rows, dimension = "384"] = text.split("x");
  return { rows: Number(rows), dimension: Number(dimension) };
}

async function measureSize(real: readonly Float32Array[], size: Size): Promise<void> {
  const folder = path.join(scratch, `${size.rows}x${size.dimension}`);
  print(`\n## ${size.rows.toLocaleString("en")} rows of ${size.dimension}\n`);
  const matrix = makeMatrix(real, size);
  await fillTable(folder, matrix);
  const dataBytes = await folderBytes(folder);
  const truth = measureExhaustive(matrix);
  print("\n| | build s | peak MB | disk MB | cold ms | p50 | p95 | @10 | @100 | RSS MB |");
  print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  await writeChoices(choicesOf(folder), {});
  printSearch("flat scan", { folder, truth, cost: `– | – | ${(dataBytes / MB).toFixed(0)}` });
  for (const index of IndexKind.options) {
    if (index === "hnsw-sq" && size.rows * size.dimension > MOST_NUMBERS_OF_A_GRAPH) continue;
    await measureKind(index, { folder, truth, dataBytes });
  }
  const copied = copyBytes(size.rows, size.dimension);
  const hasCopy = copied <= DEFAULT_POLICY.mostCopyBytes;
  if (hasCopy) {
    const cost = `– | – | ${(copied / MB).toFixed(0)} (memory)`;
    printSearch("copy in memory", { folder, truth, cost, isInMemory: true });
  }
  await measurePolicy(folder, matrix, truth);
  await measureFilters(folder, matrix, { isInMemory: false });
  if (hasCopy) await measureFilters(folder, matrix, { isInMemory: true });
  await rm(folder, { recursive: true });
}

function measureExhaustive(matrix: Matrix): Truth {
  const rows = Array.from({ length: QUESTIONS }, (_, question) =>
    Math.floor(((question + 0.37) * matrix.rows) / QUESTIONS),
  );
  const times: number[] = [];
  const nearest = rows.map((row) => {
    const startedMs = performance.now();
    const found = nearestRows(matrix, rowOf(matrix, row), { limit: LIMIT });
    times.push(performance.now() - startedMs);
    return found;
  });
  const bytesPerMs = memoryBandwidth();
  const floorMs = matrix.numbers.byteLength / bytesPerMs;
  print(
    `exhaustive dot product: p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms; floor for reading all ` +
      `vectors once ${floorMs.toFixed(1)} ms at ${(bytesPerMs / 1e6).toFixed(1)} GB/s, for one bit of each number ` +
      `and ${3 * LIMIT} vectors ${((matrix.numbers.byteLength / 32 + 3 * LIMIT * matrix.dimension * 4) / bytesPerMs).toFixed(2)} ms`,
  );
  return { rows, nearest };
}

interface KindOptions {
  readonly folder: string;
  readonly truth: Truth;
  readonly dataBytes: number;
}

async function measureKind(
  index: IndexKind,
  { folder, truth, dataBytes }: KindOptions,
): Promise<void> {
  const { choice, peakBytes } = run<BuildResult>({ kind: "build", folder, index });
  if (choice.kind === "flat") {
    print(`| ${index} | finds too little, or slower than the scan |`);
    return;
  }
  await writeChoices(choicesOf(folder), { embedding: choice });
  const disk = (await folderBytes(folder)) - dataBytes;
  const cost = [choice.buildMs / 1000, peakBytes / MB, disk / MB].map((value) => value.toFixed(1));
  printSearch(nameOf(choice), { folder, truth, cost: cost.join(" | ") });
}

function printSearch(
  name: string,
  {
    folder,
    truth,
    cost,
    isInMemory = false,
  }: {
    readonly folder: string;
    readonly truth: Truth;
    readonly cost: string;
    readonly isInMemory?: boolean;
  },
): void {
  const { coldMs, times, found, residentBytes } = run<SearchResult>({
    kind: "search",
    folder,
    fingerprints: truth.rows.map(fingerprintOf),
    limit: LIMIT,
    isInMemory,
  });
  const recalls = [10, LIMIT].map((count) => recall(found, truth, count).toFixed(3));
  print(
    `| ${name} | ${cost} | ${coldMs.toFixed(0)} | ${quantile(times, 0.5)} | ${quantile(times, 0.95)} | ` +
      `${recalls.join(" | ")} | ${(residentBytes / MB).toFixed(0)} |`,
  );
}

/** What a library gets: the policy measures, builds and chooses while questions go on. */
async function measurePolicy(folder: string, matrix: Matrix, truth: Truth): Promise<void> {
  await writeChoices(choicesOf(folder), {});
  await using vectors = openTable(folder, { isInMemory: false });
  await vectors.count();
  const startedMs = performance.now();
  const during: number[] = [];
  const end = new AbortController();
  const tended = vectors.optimize().finally(() => end.abort());
  for (let question = 0; !end.signal.aborted; question += 1) {
    const askedMs = performance.now();
    await vectors.nearest(rowOf(matrix, truth.rows[question % QUESTIONS]!), LIMIT);
    during.push(performance.now() - askedMs);
  }
  await tended;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const report = await vectors.describe();
  print(`\npolicy: ${JSON.stringify(report)} after ${seconds} s`);
  print(`questions meanwhile: p50 ${quantile(during, 0.5)} ms, p95 ${quantile(during, 0.95)} ms`);
}

async function measureFilters(
  folder: string,
  matrix: Matrix,
  { isInMemory }: { readonly isInMemory: boolean },
): Promise<void> {
  await using vectors = openTable(folder, { isInMemory });
  await vectors.nearest(rowOf(matrix, 0), LIMIT);
  if (isInMemory) await until("the copy", async () => (await vectors.describe()).isInMemory);
  print(`\nby ${isInMemory ? "the copy in memory" : "the index"}:`);
  print("\n| within | p50 | p95 | recall@100 |\n| --- | --- | --- | --- |");
  for (const filter of makeFilters(matrix)) {
    const figures = await measureFilter(vectors, matrix, filter);
    const columns = [figures.p50Ms.toFixed(1), figures.p95Ms.toFixed(1), figures.recall.toFixed(3)];
    print(`| ${filter.name} | ${columns.join(" | ")} |`);
  }
}

function openTable(folder: string, { isInMemory }: { readonly isInMemory: boolean }): VectorTable {
  const policy = isInMemory ? {} : { mostCopyBytes: 0 };
  return new VectorTable({ folder, model: MODEL, onLost: () => process.exit(1), policy });
}

function run<T>(order: KindOrder): T {
  const { stdout, status } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, "kind-process.ts"), JSON.stringify(order)],
    { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1e9, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`expected a measurement but got status ${status}`);
  return JSON.parse(stdout) as T;
}

function recall(found: readonly (readonly string[])[], truth: Truth, count: number): number {
  const shares = truth.nearest.map((expected, index) => {
    const names = new Set(found[index]!.slice(0, count).map(rowOfFingerprint));
    return expected.slice(0, count).filter((row) => names.has(row)).length / count;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function nameOf({ kind, setting }: IndexChoice): string {
  const { nprobes, ef, refineFactor } = setting;
  return `${kind}, nprobes ${nprobes ?? "–"}${ef ? `, ef ${ef}` : ""}${refineFactor ? `, refine ${refineFactor}` : ""}`;
}

function choicesOf(folder: string): string {
  return path.join(folder, `${MODEL}.index.json`);
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
