import { cp, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { keepAddresses } from "./keep-addresses.ts";
import { inProject } from "./project.ts";
import { findWorkerEntries } from "./worker-entries.ts";

const OUT = inProject("dist", "engine");

/** Bundles everything that runs on plain Node into dist/engine: the engine, its workers, the command line. */
export async function bundleEngine(): Promise<void> {
  const rooms = ["engine", "link", "media", "browser-host", "cli"];
  const workers = await findWorkerEntries(rooms.map((room) => inProject("electron", room)));
  const entries = [
    inProject("electron", "engine", "engine-process.ts"),
    inProject("electron", "cli", "semblance.ts"),
    ...workers,
  ];
  await rm(OUT, { recursive: true, force: true });
  await build({
    entryPoints: Object.fromEntries(entries.map((path) => [basename(path, ".ts"), path])),
    outdir: OUT,
    bundle: true,
    splitting: true,
    // Packages are shipped as they are: native ones must be, and the others are small.
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    sourcemap: true,
    logLevel: "warning",
    plugins: [keepAddresses(OUT)],
  });
  const migrations = join("engine", "catalog", "migrations");
  await cp(inProject("electron", migrations), join(OUT, "migrations"), { recursive: true });
}
