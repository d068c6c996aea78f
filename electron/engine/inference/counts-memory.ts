import { availableParallelism, cpus } from "node:os";
import { z } from "zod";
import { readMachine, writeMachine } from "./machine-memory.ts";
import type { ResolvedModel } from "./models/resolved-model.ts";
import { onnxruntimeVersion } from "./onnxruntime-package.ts";
import type { Provider } from "./provider-choice.ts";

const entry = z.object({
  threads: z.number().int().positive(),
  filesAtOnce: z.number().int().positive(),
  /** From the file to the embedding, with these counts. */
  photosPerSecond: z.number().positive(),
  measuredAtMs: z.number(),
});
export type MeasuredCounts = z.infer<typeof entry>;

const section = { name: "counts", entry };

/** What is measured of one model on one processor, by one runtime, holds for no other. */
function keyOf(model: ResolvedModel, provider: Provider): string {
  const processor = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown"}`;
  return [processor, `onnxruntime ${onnxruntimeVersion()}`, provider, model.key].join(" | ");
}

/** Undefined until it was measured here. */
export async function rememberedCounts(
  model: ResolvedModel,
  provider: Provider,
): Promise<MeasuredCounts | undefined> {
  return (await readMachine(section)).get(keyOf(model, provider));
}

export function rememberCounts(
  model: ResolvedModel,
  provider: Provider,
  counts: MeasuredCounts,
): Promise<void> {
  return writeMachine(section, keyOf(model, provider), counts);
}
