import { arch, platform } from "node:process";
import type { Told } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import { readGraphics } from "../../machine/graphics.ts";
import { rememberedCounts } from "../counts-memory.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import type { Platform, Provider } from "../provider-choice.ts";
import type { ListedProvider } from "../session.ts";
import { usualCounts } from "../worker-counts.ts";
import type { ProviderSurvey } from "./choose-provider.ts";
import { isCudaInstalled, missingLibraries, readLoader } from "./cuda/cuda-libraries.ts";
import { executionsOf } from "./devices.ts";
import { rememberedChoice } from "./provider-memory.ts";
import { tryProvider } from "./probe/try-provider.ts";
import { judge } from "./verdict.ts";
import { rememberedVerdict, rememberVerdict } from "./verdict-memory.ts";

export const thisPlatform: Platform = { system: platform, processor: arch };

/**
 * This machine. Looking costs little, and nothing at all for what is not installed; only a provider whose
 * libraries are all here is tried. `listed` is what onnxruntime says it can load.
 */
export function surveyMachine(
  model: ResolvedModel,
  listed: () => readonly ListedProvider[] | Promise<readonly ListedProvider[]>,
): ProviderSurvey {
  const executions = async (provider: Provider) => executionsOf(provider, await readGraphics());
  return {
    platform: thisPlatform,
    missing: async (provider) => missingPart(provider, await listed()),
    executions,
    async preferred(provider) {
      const choice = await rememberedChoice();
      if (choice.provider !== provider || choice.deviceId === undefined) return undefined;
      const all = await executions(provider);
      return all.find(({ deviceId }) => deviceId === choice.deviceId);
    },
    remembered: async (execution) =>
      rememberedVerdict({ execution, model, cards: await readGraphics() }),
    async probe(execution) {
      const { threads } = (await rememberedCounts(model, "cpu")) ?? usualCounts();
      const verdict = judge(await tryProvider({ model, execution, threads }), model.precision);
      await rememberVerdict({ execution, model, cards: await readGraphics() }, verdict);
      return verdict;
    },
  };
}

async function missingPart(
  provider: Provider,
  listed: readonly ListedProvider[],
): Promise<Told | undefined> {
  if (!listed.some(({ name }) => name === provider)) return tell("provider.unlisted");
  if (provider !== "cuda") return undefined;
  if (!isCudaInstalled()) return tell("provider.no-libraries");
  const missing = missingLibraries(await readLoader());
  if (missing.length === 0) return undefined;
  const libraries = missing.map(({ name, files }) =>
    tell("provider.library", { name, files: files.join(", ") }),
  );
  return tell("provider.needs-libraries", { libraries });
}
