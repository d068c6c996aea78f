import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { inProject } from "./project.ts";

const COMMON: BuildOptions = {
  bundle: true,
  external: ["electron"],
  platform: "node",
  target: "node24",
  sourcemap: true,
  logLevel: "warning",
};

/** Bundles the main process and the preload script, with every package inside. */
export async function bundleShell(out = inProject("dist", "electron")): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await build({
    ...COMMON,
    entryPoints: [inProject("electron", "main", "main.ts")],
    outfile: join(out, "main", "main.js"),
    format: "esm",
  });
  await build({
    ...COMMON,
    entryPoints: [inProject("electron", "preload", "preload.ts")],
    outfile: join(out, "preload", "preload.cjs"),
    // A sandboxed preload script is one CommonJS file that may require little more than electron.
    format: "cjs",
  });
}
