import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A file system in memory, mounted at `folder`, until it is disposed. */
export function mountSmallDisk(
  folder: string,
  megabytes: number,
  options = "rw",
): Disposable | undefined {
  mkdirSync(folder, { recursive: true });
  const size = `size=${megabytes}m,${options}`;
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder]);
  if (status !== 0) return undefined;
  return { [Symbol.dispose]: () => void spawnSync("umount", ["--lazy", folder]) };
}

/** Lets a mounted disk be written to from now on, or not. */
export function remount(folder: string, options: "ro" | "rw"): void {
  const { status } = spawnSync("mount", ["-o", `remount,${options}`, folder]);
  if (status !== 0) throw new Error(`expected ${folder} to be mounted anew as ${options}`);
}

/** Whether this machine lets a test mount one: containers often do not. */
export const canMount = tryMount();

function tryMount(): boolean {
  if (process.platform !== "linux") return false;
  const folder = mkdtempSync(path.join(tmpdir(), "semblance-mount-"));
  const disk = mountSmallDisk(folder, 1);
  disk?.[Symbol.dispose]();
  rmdirSync(folder);
  return disk !== undefined;
}

/** Writes a file that leaves less than `leftBytes` of the disk; dispose it to make room again. */
export function fillDisk(file: string, leftBytes: number): Disposable {
  const descriptor = openSync(file, "w");
  const block = Buffer.alloc(64 * 1024);
  let written = 0;
  try {
    for (;;) written += writeSync(descriptor, block);
  } catch {
    // The disk is full, which is what this is for.
  }
  closeSync(descriptor);
  truncateSync(file, Math.max(0, written - leftBytes));
  return { [Symbol.dispose]: () => rmSync(file, { force: true }) };
}
