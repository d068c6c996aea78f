import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import type { Mount } from "./mount.ts";
import { parseMountCommand, parseMountinfo } from "./parse-mounts.ts";

const COMMAND_TIMEOUT_MS = 5000;

/** What is mounted now, in the order of mounting; nothing where the system does not tell. */
export async function readMounts(): Promise<Mount[]> {
  try {
    if (process.platform === "linux")
      return parseMountinfo(await readFile("/proc/self/mountinfo", "utf8"));
    if (process.platform === "darwin") return parseMountCommand(await runMount());
    if (process.platform === "win32") return await readDrives();
  } catch {
    // Without the table a folder is followed as any other; only its moves to other mount points go unnoticed.
  }
  return [];
}

async function runMount(): Promise<string> {
  const { stdout } = await promisify(execFile)("/sbin/mount", { timeout: COMMAND_TIMEOUT_MS });
  return stdout;
}

/** Drives that are there; A and B are floppy disks, which would start to spin. */
async function readDrives(): Promise<Mount[]> {
  const letters = Array.from("CDEFGHIJKLMNOPQRSTUVWXYZ");
  const mounts = await Promise.all(letters.map((letter) => readDrive(`${letter}:\\`)));
  return mounts.flatMap((mount) => mount ?? []);
}

async function readDrive(mountPoint: string): Promise<Mount | undefined> {
  try {
    // libuv gives the volume's serial number as the device on Windows.
    const { dev } = await stat(mountPoint, { bigint: true });
    return { mountPoint, root: "/", type: "", source: `serial:${dev}` };
  } catch {
    return undefined; // No such drive, or no disk in it.
  }
}
