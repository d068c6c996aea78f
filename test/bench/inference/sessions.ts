/**
 * @file The model alone, without threads and processes around it: what each precision, thread count and batch
 * size can do at best.
 */
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";

const starter = path.join(import.meta.dirname, "../../../native-models/starter");
const files = { float32: "starter.onnx", int8: "starter-int8.onnx" } as const;
const SIDE_PX = 128;
const BATCHES = [1, 2, 4, 8, 16, 32];
/** Photos in a timed run, and runs of which the best counts: others share the machine. */
const PHOTOS = 256;
const RUNS = 3;

/** Rows of a table: precision, threads, then photos/s for each batch size. */
export async function measureSessions(): Promise<string[]> {
  const rows = [`| | threads | ${BATCHES.map((batch) => `batch ${batch}`).join(" | ")} |`];
  rows.push(`| --- | --- | ${BATCHES.map(() => "---").join(" | ")} |`);
  for (const precision of ["float32", "int8"] as const) {
    for (const threads of [1, 2]) {
      const rates = await measureBatches(path.join(starter, files[precision]), threads);
      rows.push(
        `| ${precision} | ${threads} | ${rates.map((rate) => rate.toFixed(0)).join(" | ")} |`,
      );
    }
  }
  return rows;
}

async function measureBatches(file: string, threads: number): Promise<number[]> {
  const session = await InferenceSession.create(file, {
    graphOptimizationLevel: "all",
    intraOpNumThreads: threads,
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
  const rates: number[] = [];
  for (const batch of BATCHES) rates.push(await bestRate(session, batch));
  await session.release();
  return rates;
}

async function bestRate(session: InferenceSession, batch: number): Promise<number> {
  const length = 3 * SIDE_PX * SIDE_PX;
  const values = Float32Array.from({ length: batch * length }, (_, i) => Math.sin(i / 97));
  const data = new Tensor("float32", values, [batch, 3, SIDE_PX, SIDE_PX]);
  await session.run({ data }, ["embedding", "logits"]);
  let best = 0;
  for (let run = 0; run < RUNS; run++) {
    const startedMs = performance.now();
    for (let photos = 0; photos < PHOTOS; photos += batch) {
      await session.run({ data }, ["embedding", "logits"]);
    }
    best = Math.max(best, (PHOTOS * 1000) / (performance.now() - startedMs));
  }
  return best;
}
