/**
 * @file What can be known of onnxruntime without loading it: the engine's own process never does.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { arch, platform } from "node:process";
import { once } from "../support/once.ts";

/** Where npm put onnxruntime-node. */
export const onnxruntimeFolder = once(() => {
  const entry = createRequire(import.meta.url).resolve("onnxruntime-node");
  return path.join(path.dirname(entry), "..");
});

/** Where its libraries for this system are; those that are fetched on request go there too. */
export function onnxruntimeLibraries(): string {
  return path.join(onnxruntimeFolder(), "bin", "napi-v6", platform, arch);
}

export const onnxruntimeVersion = once(() => {
  const description = readFileSync(path.join(onnxruntimeFolder(), "package.json"), "utf8");
  return (JSON.parse(description) as { version: string }).version;
});
