/**
 * @file Builds the page into dist/renderer: `node build/build-renderer.ts`.
 */
import { rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { assertNodeMajor, inProject } from "./project.ts";

/**
 * Builds beside the old page and swaps at the end, so that a host that serves the old one meanwhile, or a
 * second build at the same time, never sees half a page.
 */
export async function buildRenderer(folder = inProject("dist", "renderer")): Promise<void> {
  const startedAt = new Date();
  const fresh = `${folder}-${process.pid}`;
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => rm(fresh, { recursive: true, force: true }));
  // What is served is never a build for developers, also where a test has it built.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  cleanup.defer(() => {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  });
  await build({
    configFile: inProject("renderer", "vite.config.ts"),
    // The other loaders write a file beside the configuration, which then looks like a newer source.
    configLoader: "native",
    logLevel: "warn",
    build: { outDir: fresh, emptyOutDir: true },
  });
  // A source that changed while this ran is newer than the build.
  await utimes(join(fresh, "index.html"), startedAt, startedAt);
  await replaceFolder(folder, fresh);
}

async function replaceFolder(folder: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  await rename(folder, old).catch(() => {
    // There was none yet, or another build has just moved it away.
  });
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

if (import.meta.main) {
  assertNodeMajor();
  await buildRenderer();
}
