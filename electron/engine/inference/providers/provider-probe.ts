import { cosine } from "../normalise.ts";
import { knownInput } from "./known-input.ts";
import type { Provider } from "../provider-choice.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import { openSession } from "../session.ts";

/** What trying a provider showed. */
export interface ProbeResult {
  /** Lowest cosine between its embeddings and the CPU's. */
  readonly agreement: number;
  readonly providerMs: number;
  readonly cpuMs: number;
}

const BATCH = 8;
/** The first runs compile and allocate; the best of the rest is what the machine can do. */
const WARM_UPS = 2;
const RUNS = 5;

/** Runs the model on a provider and on the CPU. Call it only in a process that may die of it. */
export async function probeProvider(
  model: ResolvedModel,
  provider: Provider,
): Promise<ProbeResult> {
  const actual = await measure(model, provider);
  const expected = await measure(model, "cpu");
  const cosines = actual.embeddings.map((each, i) => cosine(each, expected.embeddings[i]!));
  return { agreement: Math.min(...cosines), providerMs: actual.ms, cpuMs: expected.ms };
}

async function measure(
  model: ResolvedModel,
  provider: Provider,
): Promise<{ embeddings: Float32Array[]; ms: number }> {
  await using session = await openSession(model, provider);
  const count = Math.min(BATCH, session.maxBatch);
  const tensors = knownInput(count, model.input.sizePx);
  const inferences = await session.run(tensors, count);
  for (let run = 1; run < WARM_UPS; run++) await session.run(tensors, count);
  let ms = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const startMs = performance.now();
    await session.run(tensors, count);
    ms = Math.min(ms, performance.now() - startMs);
  }
  return { embeddings: inferences.map(({ embedding }) => embedding), ms };
}
