import { stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { LibraryError } from "../../../../contract/errors.ts";
import { once } from "../../../support/once.ts";
import { readMachine, writeMachine } from "../../machine-memory.ts";
import { onnxruntimeLibraries, onnxruntimeVersion } from "../../onnxruntime-package.ts";
import type { ListedProvider } from "../../session.ts";
import { askProbeProcess } from "./ask-probe-process.ts";

const section = {
  name: "providers",
  entry: z.array(z.object({ name: z.string(), bundled: z.boolean() })),
};

/** What this build of onnxruntime can load, asked by a process that never loads it itself. */
export const listedProviders = once(() => listProvidersOnce(askProbeProcess));

/** Asks the process, and not again while the file of the build is the same, in this run of the program or another. */
export async function listProvidersOnce(
  askProcess: typeof askProbeProcess,
): Promise<readonly ListedProvider[]> {
  const key = await buildKey();
  const known = key === undefined ? undefined : (await readMachine(section)).get(key);
  if (known) return known;
  const reply = await askProcess({ kind: "list" });
  if (reply.kind === "listed") {
    // Where that cannot be written, it is asked again the next time.
    if (key !== undefined)
      await writeMachine(section, key, [...reply.providers]).catch(() => undefined);
    return reply.providers;
  }
  const reason = "reason" in reply ? reply.reason : reply.kind;
  const message = `Expected onnxruntime to list its providers but got: ${reason}`;
  throw new LibraryError("engine-unavailable", message);
}

/** Undefined where there is no such file, which the process that is asked says better. */
async function buildKey(): Promise<string | undefined> {
  const file = path.join(onnxruntimeLibraries(), "onnxruntime_binding.node");
  const stats = await stat(file).catch(() => undefined);
  return stats && `onnxruntime ${onnxruntimeVersion()} | ${stats.size} | ${stats.mtimeMs}`;
}
