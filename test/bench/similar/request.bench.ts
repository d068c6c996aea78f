/**
 * @file The whole of *Find similar* (`similar.search`: the photo's own vector, the list to its end, its bands, the first
 * hundred rows of the catalog) at the size of a large library: alone, within queries, and while photos are indexed.
 *
 * `node test/bench/similar/request.bench.ts [ROWS]`, 100,000 unless told. Bounds: p50 10 ms; within a query p95 30 ms where
 * at most 1,000 or at least a tenth pass, 200 ms between; while indexing 3 × the latency without.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { insertPhoto, setFingerprint } from "../../../electron/engine/catalog/photos.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { fingerprintOf, makeMatrix } from "../vectors/big-table.ts";
import { rowOf } from "../vectors/exhaustive.ts";
import { realEmbeddings } from "../vectors/real-embeddings.ts";

const ROWS = Number(process.argv[2] ?? 100_000);
const BATCH = 10_000;
const QUESTIONS = 60;
/** Somebody who looks at what was found; the machine is not kept busy by the questions alone. */
const PAUSE_MS = 50;
const SHARED = path.join(import.meta.dirname, "../../../../shared/photos");
const FIXTURES = path.join(import.meta.dirname, "../../fixtures/photos");

interface Figures {
  readonly p50: number;
  readonly p95: number;
}

/** Ratings stand for what a search finds. */
const WITHIN = {
  "rating:5": "1 %",
  "rating:4": "4 %",
  "rating:3": "about 23 %",
  "-rating:5": "99 %",
};

function ratingOf(row: number): number {
  if (row % 100 === 7) return 5;
  if (row % 25 === 3) return 4;
  return row % 4 === 1 ? 3 : 0;
}

let asked = 0;
const scratch = await mkdtemp(path.join(tmpdir(), "request-bench-"));
try {
  const libraryFolder = path.join(scratch, "library");
  const model = await fill(libraryFolder);
  await using library = await openLibrary({ libraryFolder, live: false });
  const client = createClient<"cli">(library.connect(["cli"]));
  print(`${cpus().length} × ${cpus()[0]!.model.trim()}; ${ROWS} photos, ${model}`);
  await measure(client, "the first question", { count: 1 });
  await measure(client, "before the copy is there", { count: 10 });
  await delay(ROWS / 40);
  const idle = await measure(client, "alone");
  await measure(client, "less like another", { weights: [1, -1] });
  await measure(client, "like three", { weights: [1, 1, 1] });
  for (const [within, share] of Object.entries(WITHIN))
    await measure(client, `within ${share} of the library`, { within });
  await measureWhileIndexing(client, idle);
  print(`memory of the engine: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function fill(libraryFolder: string): Promise<string> {
  const real = await realEmbeddings(path.join(scratch, "real"));
  const matrix = makeMatrix(real, { rows: ROWS, dimension: real[0]!.length });
  const { key: model } = await resolveModel("starter");
  const paths = libraryPaths(libraryFolder);
  {
    using db = await openCatalog(paths);
    const { id: folderId } = addFolder(db, "/photos");
    db.transaction(() => {
      for (let row = 0; row < ROWS; row += 1) {
        const place = { folderId, directory: `${row % 500}`, name: `${row}.jpg` };
        const stamp = { sizeBytes: 1, modifiedAtUs: row * 6e7, fileKey: `1:${row}` };
        const id = insertPhoto(db, place, stamp);
        setFingerprint(db, id, fingerprintOf(row));
        const found = [model, ratingOf(row), id];
        db.run("UPDATE photo SET indexed_by = ?, rating = ? WHERE id = ?", found);
      }
    });
  }
  const stages = await stageSizes(path.join(scratch, "real"), model);
  await using vectors = new VectorTable({
    folder: paths.vectors,
    model,
    onLost: () => process.exit(1),
  });
  for (let start = 0; start < ROWS; start += BATCH) {
    const count = Math.min(BATCH, ROWS - start);
    await vectors.append(
      Array.from({ length: count }, (_, index) => {
        const embedding = rowOf(matrix, start + index);
        const [stage2, stage3] = stages.map((size) => embedding.subarray(0, size));
        return {
          ...{ fingerprint: fingerprintOf(start + index), embedding },
          ...(stage2 && { stage2 }),
          ...(stage3 && { stage3 }),
        };
      }),
    );
  }
  await vectors.optimize();
  return model;
}

/** The table has all columns of the model's, so that photos can be indexed into it; what is in the stages is not asked for. */
async function stageSizes(libraryFolder: string, model: string): Promise<number[]> {
  const { vectors: folder } = libraryPaths(libraryFolder);
  await using vectors = new VectorTable({ folder, model, onLost: () => process.exit(1) });
  const [row] = await vectors.sample(1, ["stage2", "stage3"]);
  return [row?.stage2, row?.stage3].flatMap((stage) => stage?.length ?? []);
}

interface Question {
  readonly within?: string;
  readonly weights?: readonly number[];
  readonly count?: number;
  readonly until?: AbortSignal;
}

async function measure(client: Client<"cli">, what: string, question: Question = {}) {
  const { within = "", weights = [1], count = QUESTIONS, until } = question;
  const times: number[] = [];
  let totals = 0;
  while (until ? !until.aborted : times.length < count) {
    const examples = weights.map((weight) => ({ of: { photo: nextPhoto() }, weight }));
    const startedMs = performance.now();
    const { total } = await client.request("similar.search", { examples, within, limit: 100 });
    times.push(performance.now() - startedMs);
    totals += total;
    await delay(PAUSE_MS);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  const figures: Figures = { p50: at(0.5), p95: at(0.95) };
  print(
    `${what}: p50 ${figures.p50.toFixed(1)} ms, p95 ${figures.p95.toFixed(1)} ms ` +
      `(${times.length} questions, ${Math.round(totals / times.length)} similar in the mean)`,
  );
  return figures;
}

/** Another photo for each question: answers are remembered. */
function nextPhoto(): number {
  asked += 1;
  return 1 + ((asked * 7919) % ROWS);
}

async function measureWhileIndexing(client: Client<"cli">, idle: Figures): Promise<void> {
  const photos = existsSync(SHARED) ? SHARED : FIXTURES;
  const end = new AbortController();
  const indexing = client.request("library.index", { paths: [photos] }).finally(() => end.abort());
  const busy = await measure(client, "while indexing", { until: end.signal });
  await indexing;
  print(
    `while indexing / alone: p50 ${(busy.p50 / idle.p50).toFixed(2)}, p95 ${(busy.p95 / idle.p95).toFixed(2)}`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
