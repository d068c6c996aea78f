/**
 * @file A table that is appended to in batches, folded on the way and at the end, as indexing does: the most that the
 * engine and the process that folds hold in memory, and the most that lies on the disk, against the table's own size.
 *
 * `node test/bench/vectors/fold.bench.ts [ROWS [BATCH]]`, 100,000 and 1,000 unless told.
 */
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { VectorTable } from "../../../electron/engine/vectors/vector-table.ts";
import { peakBytes } from "../../support/peak-memory.ts";
import { fingerprintOf, folderBytes, makeMatrix, MODEL } from "./big-table.ts";
import { rowOf } from "./exhaustive.ts";
import { realEmbeddings } from "./real-embeddings.ts";

const [ROWS = 100_000, BATCH = 1000] = process.argv.slice(2).map(Number);
const LOOK_MS = 100;
const MB = 1e6;

const scratch = await mkdtemp(path.join(tmpdir(), "fold-bench-"));
try {
  const real = await realEmbeddings(path.join(scratch, "library"));
  const dimension = real[0]!.length;
  // The rows are made a part at a time: what they take would count as the table's.
  const part = makeMatrix(real, { rows: Math.min(ROWS, 20_000), dimension });
  const folder = path.join(scratch, "vectors");
  const peak = { disk: 0, folding: 0 };
  const before = peakBytes() ?? NaN;
  const watching = setInterval(() => void look(folder, peak), LOOK_MS);
  await using vectors = new VectorTable({ folder, model: MODEL, onLost: () => process.exit(1) });
  const startedMs = performance.now();
  for (let start = 0; start < ROWS; start += BATCH) {
    await vectors.append(
      Array.from({ length: Math.min(BATCH, ROWS - start) }, (_, index) => ({
        fingerprint: fingerprintOf(start + index),
        embedding: rowOf(part, (start + index) % part.rows),
      })),
    );
  }
  const appendedMs = performance.now();
  await vectors.optimize();
  clearInterval(watching);
  const seconds = [appendedMs - startedMs, performance.now() - appendedMs].map((ms) => ms / 1000);
  const tableBytes = await folderBytes(folder);
  process.stdout.write(
    `${ROWS} × ${dimension} by ${BATCH}: appended in ${seconds[0]!.toFixed(1)} s, folded and indexed in ` +
      `${seconds[1]!.toFixed(1)} s\ntable ${mb(tableBytes)} MB, disk at most ${mb(peak.disk)} MB = ` +
      `${(peak.disk / tableBytes).toFixed(2)} ×\nmemory: this process ${mb(before)} MB before, at most ` +
      `${mb(peakBytes() ?? NaN)} MB; the process that folds and indexes at most ${mb(peak.folding)} MB\n` +
      `${JSON.stringify(await vectors.describe())}\n`,
  );
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function look(folder: string, peak: { disk: number; folding: number }): Promise<void> {
  peak.folding = Math.max(peak.folding, ...childPeaks());
  peak.disk = Math.max(peak.disk, await folderBytes(folder).catch(() => 0));
}

/** The most that each process which this one started has held; Linux alone tells it. */
function childPeaks(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, "utf8");
        if (!status.includes(`PPid:\t${process.pid}\n`)) return [];
        return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
      } catch {
        return []; // It ended meanwhile.
      }
    });
}

function mb(bytes: number): string {
  return (bytes / MB).toFixed(0);
}
