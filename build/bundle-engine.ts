import { cp, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { keepAddresses } from "./keep-addresses.ts";
import { inProject } from "./project.ts";
import { findWorkerEntries } from "./worker-entries.ts";

/** Bundles everything that runs on plain Node, flat: the engine, its workers, the command line. */
export async function bundleEngine(out = inProject("dist", "engine")): Promise<void> {
  const rooms = ["engine", "link", "media", "browser-host", "cli"];
  const workers = await findWorkerEntries(rooms.map((room) => inProject("electron", room)));
  const entries = [
    inProject("electron", "engine", "engine-process.ts"),
    inProject("electron", "cli", "semblance.ts"),
    ...workers,
  ];
  await rm(out, { recursive: true, force: true });
  await build({
    entryPoints: Object.fromEntries(entries.map((path) => [basename(path, ".ts"), path])),
    outdir: out,
    bundle: true,
    splitting: true,
    // Packages are shipped as they are: native ones must be, and the others are small.
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    sourcemap: true,
    logLevel: "warning",
    plugins: [keepAddresses(out)],
  });
  const migrations = join("engine", "catalog", "migrations");
  await cp(inProject("electron", migrations), join(out, "migrations"), { recursive: true });
}
