import { LibraryError } from "../../../contract/errors.ts";
import { rememberedCounts } from "../counts-memory.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import type { Execution, Provider } from "../provider-choice.ts";
import { usualCounts } from "../worker-counts.ts";
import { askProbeProcess } from "./probe/ask-probe-process.ts";

/**
 * How fast a model answers on a provider: inference alone, full batches, in a process of its own, with the
 * machine's full attention for some seconds. Rejects with `provider-unavailable`, saying why.
 */
export async function measureModel(
  model: ResolvedModel,
  on: Provider | Execution,
): Promise<{ photosPerSecond: number }> {
  const execution = typeof on === "string" ? { provider: on } : on;
  const { threads } = (await rememberedCounts(model, execution.provider)) ?? usualCounts();
  const reply = await askProbeProcess({ kind: "measure", model, execution, threads });
  if (reply.kind === "rate") return { photosPerSecond: reply.photosPerSecond };
  const reason = "reason" in reply ? reply.reason : reply.kind;
  const message = `Expected ${model.sourcePath} to run on ${execution.provider} but got: ${reason}`;
  throw new LibraryError("provider-unavailable", message);
}
