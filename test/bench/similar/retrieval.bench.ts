/**
 * @file Retrieval quality: how well the starter finds photos of the same label, by depth, distance and signed square
 * root, beside the same graph with random weights and a colour histogram. Leave one out over labelled photos;
 * nothing here depends on the speed of the machine.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Distance } from "../../../electron/contract/similar.ts";
import {
  evaluateSet,
  type EvaluationOptions,
  type LabelledVectors,
} from "../../../electron/engine/evaluation/evaluate-set.ts";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";
import type { Vectors } from "../../../electron/engine/vectors/vector-column.ts";
import { colourHistogram } from "./colour-histogram.ts";
import { labelledSets, type LabelledSet } from "./labelled-sets.ts";
import { writeRandomStarter } from "./random-weights.ts";

const DEPTHS = [0, 0.25, 0.5, 0.75, 1];
const PLAIN: EvaluationOptions = { depth: 1, distance: "cosine", signedSqrt: false };

const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));
const sets = await labelledSets();
const files = [...new Set(sets.flatMap((set) => set.files.map((file) => file.path)))];

const int8 = await lookAt("starter:int8");
const float32 = await lookAt("starter:float32");
const random = await lookAt(await writeRandomStarter(scratch));
const histograms = new Map<string, Vectors>();
for (const file of files) histograms.set(file, { embedding: await colourHistogram(file) });
await rm(scratch, { recursive: true });

print(["precision@5 / mean average precision", ...sets.map(describeSet)]);
print(["---", ...sets.map(() => "---")]);
for (const distance of Distance.options) {
  for (const signedSqrt of [false, true]) {
    for (const depth of DEPTHS) {
      const name = `starter int8, ${distance}${signedSqrt ? ", signed square root" : ""}, depth ${depth}`;
      await measure(name, int8, { depth, distance, signedSqrt });
    }
  }
}
await measure("starter float32, cosine, depth 1", float32, PLAIN);
for (const depth of DEPTHS)
  await measure(`random weights, cosine, depth ${depth}`, random, { ...PLAIN, depth });
await measure("colour histogram, cosine", histograms, PLAIN);
// The overlap of two histograms, Σ min(a, b), is 1 − Σ|a − b| / 2 where both sum to 1.
await measure("colour histogram, overlap", histograms, { ...PLAIN, distance: "manhattan" });

async function lookAt(name: string): Promise<Map<string, Vectors>> {
  const model = await resolveModel(name);
  await using worker = startPhotoWorker({ model, provider: "cpu" });
  const seen = new Map<string, Vectors>();
  for (const file of files) {
    const { embedding, stage2, stage3 } = await worker.look(file);
    seen.set(file, { embedding, ...(stage2 && { stage2 }), ...(stage3 && { stage3 }) });
  }
  return seen;
}

async function measure(
  name: string,
  vectors: ReadonlyMap<string, Vectors>,
  options: EvaluationOptions,
): Promise<void> {
  const cells: string[] = [];
  for (const set of sets) {
    const labelled = set.files.map(({ path: file, label }): LabelledVectors => ({
      label,
      vectors: vectors.get(file)!,
    }));
    const { precisionAt, meanAveragePrecision } = await evaluateSet(labelled, options);
    const atFive = precisionAt.find(({ k }) => k === 5)!.precision;
    cells.push(`${atFive.toFixed(3)} / ${meanAveragePrecision.toFixed(3)}`);
  }
  print([name, ...cells]);
}

function describeSet({ name, files: own }: LabelledSet): string {
  return `${name} (${own.length} photos, ${new Set(own.map(({ label }) => label)).size} labels)`;
}

function print(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
