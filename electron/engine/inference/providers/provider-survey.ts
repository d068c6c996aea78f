import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:process";
import { dirname, join } from "node:path";
import type { ProviderSurvey } from "./choose-provider.ts";
import type { Provider } from "../provider-choice.ts";
import type { ResolvedModel } from "../models/resolved-model.ts";
import { listProviders } from "../session.ts";
import { tryProvider } from "./try-provider.ts";

/** This machine. Looking is free; only a provider whose libraries are all here is tried. */
export function surveyMachine(model: ResolvedModel): ProviderSurvey {
  const listed = listProviders();
  return {
    platform: { system: platform, processor: arch },
    missing(provider) {
      const entry = listed.find(({ name }) => name === provider);
      if (!entry) return "onnxruntime has no such provider for this system";
      if (entry.bundled || isInstalled(provider)) return undefined;
      return "its libraries are not installed";
    },
    probe: (provider) => tryProvider(model, provider),
  };
}

/** Libraries that are fetched on request lie beside onnxruntime's own. */
function isInstalled(provider: Provider): boolean {
  const entry = createRequire(import.meta.url).resolve("onnxruntime-node");
  const folder = join(dirname(entry), "..", "bin", "napi-v6", platform, arch);
  return existsSync(join(folder, `libonnxruntime_providers_${provider}.so`));
}
