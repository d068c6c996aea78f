import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Where Electron's fuse wire begins: this sentence, the wire's version and length, then one character per
 * fuse. electron-builder refuses a program without it.
 */
const FUSE_WIRE = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011";

const PROGRAM = `#!/bin/sh
echo "This package was made without Electron's program, to verify everything else in it." >&2
exit 1
# ${FUSE_WIRE}
`;

/**
 * Makes a folder that stands for Electron's program where that cannot be had, so that the rest of a
 * package (archive, engine, Node, fuses) is made and verified all the same.
 */
export async function makeElectronStub(
  folder: string,
  platform: string,
  version: string,
): Promise<void> {
  await mkdir(join(folder, "locales"), { recursive: true });
  await mkdir(join(folder, "resources"), { recursive: true });
  const program = platform === "win32" ? "electron.exe" : "electron";
  await writeFile(join(folder, program), PROGRAM, { mode: 0o755 });
  await writeFile(join(folder, "version"), version);
  for (const name of ["LICENSE", "LICENSES.chromium.html"]) await writeFile(join(folder, name), "");
}
