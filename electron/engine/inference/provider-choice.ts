/**
 * @file What a model can run on. Names are onnxruntime's.
 */
import { providerChoices } from "../../contract/machine.ts";

export { providerChoices };
export type ProviderChoice = (typeof providerChoices)[number];

export type Provider = Exclude<ProviderChoice, "auto">;

/** What a model runs on: a provider, and one of its devices where there is a choice. */
export interface Execution {
  readonly provider: Provider;
  /** Of CUDA and DirectML, counted from 0; absent where there is one device or none. */
  readonly deviceId?: number;
}

export interface Platform {
  /** As in process.platform and process.arch. */
  readonly system: string;
  readonly processor: string;
}

/** Worth trying on a platform, best first. WebGPU is experimental: only whoever names it gets it. */
export function candidates({ system, processor }: Platform): readonly Provider[] {
  if (system === "linux" && processor === "x64") return ["cuda"];
  if (system === "win32") return ["dml"];
  if (system === "darwin" && processor === "arm64") return ["coreml"];
  return [];
}

/** All that onnxruntime may have for a platform, in the order in which people are told of them. */
export function possibleProviders(platform: Platform): readonly Provider[] {
  const { system, processor } = platform;
  const hasWebGpu = system === "win32" || candidates(platform).length > 0;
  const experimental: readonly Provider[] = hasWebGpu ? ["webgpu"] : [];
  return ["cpu", ...candidates({ system, processor }), ...experimental];
}
