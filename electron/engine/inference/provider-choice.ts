/**
 * @file What a model can run on. Names are onnxruntime's.
 */

/** `auto`: the fastest that works. A provider that is named must work. */
export const providerChoices = ["auto", "cpu", "cuda", "dml", "coreml", "webgpu"] as const;
export type ProviderChoice = (typeof providerChoices)[number];

export type Provider = Exclude<ProviderChoice, "auto">;

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
