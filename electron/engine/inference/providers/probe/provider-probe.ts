import type { Inference } from "../../inference.ts";
import type { ResolvedModel } from "../../models/resolved-model.ts";
import { cosine } from "../../normalise.ts";
import { tensorLength } from "../../preprocess.ts";
import type { Execution } from "../../provider-choice.ts";
import { openSession, type ModelSession } from "../../session.ts";
import { knownInput } from "./known-input.ts";

/** What trying a provider showed. */
export interface ProbeResult {
  /** Lowest cosine between its embeddings and the CPU's. */
  readonly agreement: number;
  /** Whether each photo's most probable label is the CPU's too. */
  readonly hasSameLabels: boolean;
  readonly photosPerSecond: number;
  readonly cpuPhotosPerSecond: number;
}

export interface ProbeOptions {
  readonly model: ResolvedModel;
  readonly execution: Execution;
  /** Of inference on the processor. */
  readonly threads: number;
}

/** The first runs compile and allocate. */
const WARM_UPS = 2;
/** The best of some runs is what the machine can do; a slow one is not asked for more than its share. */
const RUNS = 5;
const ENOUGH_MS = 2_000;
/** Two labels that are this close on the CPU are a tie, which the last bit of a sum decides. */
const TIE = 0.01;

/** Runs the model on a provider and on the CPU. Call it only in a process that may die of it. */
export async function probeProvider(options: ProbeOptions): Promise<ProbeResult> {
  const actual = await measure(options);
  const isCpu = options.execution.provider === "cpu";
  const expected = isCpu ? actual : await measure({ ...options, execution: { provider: "cpu" } });
  const pairs = actual.inferences.map((each, i) => [each, expected.inferences[i]!] as const);
  return {
    agreement: Math.min(...pairs.map(([one, other]) => cosine(one.embedding, other.embedding))),
    hasSameLabels: pairs.every(([one, other]) => hasSameLabel(one, other)),
    photosPerSecond: actual.photosPerSecond,
    cpuPhotosPerSecond: expected.photosPerSecond,
  };
}

/** Full batches, with the copying that the photo worker does for each. */
export async function measureRate(options: ProbeOptions): Promise<number> {
  return (await measure(options)).photosPerSecond;
}

async function measure({
  model,
  execution,
  threads,
}: ProbeOptions): Promise<{ inferences: Inference[]; photosPerSecond: number }> {
  await using session = await openSession(model, execution.provider, { ...execution, threads });
  const count = session.maxBatch;
  const known = knownInput(count, model.input.sizePx);
  const run = () => runAsWorker(session, known, tensorLength(model.input));
  const inferences = await run();
  for (let warmUp = 1; warmUp < WARM_UPS; warmUp++) await run();
  let bestMs = Infinity;
  const startMs = performance.now();
  for (let at = 0; at < RUNS && (at === 0 || performance.now() - startMs < ENOUGH_MS); at++) {
    const runMs = performance.now();
    await run();
    bestMs = Math.min(bestMs, performance.now() - runMs);
  }
  return { inferences, photosPerSecond: (count * 1000) / bestMs };
}

/** Each photo's tensor is copied into the batch, as inference-thread.ts does. */
function runAsWorker(
  session: ModelSession,
  known: Float32Array,
  length: number,
): Promise<Inference[]> {
  const batch = new Float32Array(known.length);
  for (let start = 0; start < known.length; start += length)
    batch.set(known.subarray(start, start + length), start);
  return session.run(batch, session.maxBatch);
}

function hasSameLabel(actual: Inference, expected: Inference): boolean {
  const best = indexOfMax(actual.probabilities);
  const { probabilities } = expected;
  return probabilities[best]! >= probabilities[indexOfMax(probabilities)]! - TIE;
}

function indexOfMax(values: Float32Array): number {
  return values.reduce((best, value, at) => (value > values[best]! ? at : best), 0);
}
