/**
 * @file The program that tests start as a process: its sources, or the bundle of them that SEMBLANCE_PROGRAM names. `npm test` makes that
 * bundle first, as the package ships it, because hundreds of processes read one file sooner than four hundred.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";

const bundle = process.env.SEMBLANCE_PROGRAM;

/** The command line. */
export const ENTRY = inProgram("../../electron/cli/semblance.ts");
export const ENGINE_ENTRY = inProgram("../../electron/engine/engine-process.ts");

function inProgram(source: string): string {
  if (bundle === undefined) return fileURLToPath(new URL(source, import.meta.url));
  return path.join(bundle, `${path.basename(source, ".ts")}.js`);
}
