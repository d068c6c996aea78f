/** @file What the browser tests of one run share: a folder of their own, gone with the run. */
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Empty at first. */
    readonly runFolder: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "semblance-e2e-run-")));
  project.provide("runFolder", folder);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
