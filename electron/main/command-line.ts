import { resolve } from "node:path";

export interface ShellCommandLine {
  /** Folders to add, absolute. */
  readonly folders: readonly string[];
  /** What the engine is started with. */
  readonly engineArgs: readonly string[];
}

const LIBRARY = "--library=";

/**
 * Reads `semblance [--library=DIR] [FOLDER…]`. In development the first argument is the project. Other
 * switches are Chromium's, which also adds some of its own to the command line of a second instance.
 */
export function readCommandLine(
  argv: readonly string[],
  { isPackaged, cwd }: { readonly isPackaged: boolean; readonly cwd: string },
): ShellCommandLine {
  const words = argv.slice(1);
  const library = words.find((word) => word.startsWith(LIBRARY))?.slice(LIBRARY.length);
  const plain = words.filter((word) => !word.startsWith("-")).slice(isPackaged ? 0 : 1);
  return {
    folders: plain.map((folder) => resolve(cwd, folder)),
    engineArgs: library === undefined ? [] : ["--library", resolve(cwd, library)],
  };
}
