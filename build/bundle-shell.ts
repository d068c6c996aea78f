import { rm } from "node:fs/promises";
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

/** Bundles the main process and the preload script into dist/electron, with every package inside. */
export async function bundleShell(): Promise<void> {
  await rm(inProject("dist", "electron"), { recursive: true, force: true });
  await build({
    ...COMMON,
    entryPoints: [inProject("electron", "main", "main.ts")],
    outfile: inProject("dist", "electron", "main", "main.js"),
    format: "esm",
  });
  await build({
    ...COMMON,
    entryPoints: [inProject("electron", "preload", "preload.ts")],
    outfile: inProject("dist", "electron", "preload", "preload.cjs"),
    // A sandboxed preload script is one CommonJS file that may require little more than electron.
    format: "cjs",
  });
}
