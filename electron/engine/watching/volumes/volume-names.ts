import { execFile } from "node:child_process";
import { readdir, realpath } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Mount } from "./mount.ts";
import { isNetworkMount } from "./network-types.ts";

const COMMAND_TIMEOUT_MS = 5000;

/** udev's links from a file system's UUID to its device. */
const BY_UUID = "/dev/disk/by-uuid";

/** Names that volumes keep when they are mounted elsewhere. Mounts whose volume has none are left out. */
export async function volumeNames(
  mounts: readonly Mount[],
  byUuidFolder = BY_UUID,
): Promise<Map<Mount, string>> {
  const uuidOfDevice = process.platform === "linux" ? await readUuids(byUuidFolder) : new Map();
  const names = new Map<Mount, string>();
  for (const mount of mounts) {
    const name = await nameOf(mount, uuidOfDevice);
    if (name !== undefined) names.set(mount, name);
  }
  return names;
}

async function nameOf(
  mount: Mount,
  uuidOfDevice: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  if (mount.source.startsWith("serial:")) return mount.source;
  if (isNetworkMount(mount)) return `${mount.type}:${mount.source}`;
  // Not a device: what is kept in memory has no name that would outlive it.
  if (!mount.source.startsWith("/")) return undefined;
  if (process.platform === "darwin") return askDiskutil(mount.source);
  const device = await realpath(mount.source).catch(() => mount.source);
  const uuid = uuidOfDevice.get(device);
  return uuid === undefined ? undefined : `uuid:${uuid}`;
}

async function readUuids(folder: string): Promise<Map<string, string>> {
  const uuids = new Map<string, string>();
  // Containers and some small systems have no such folder.
  const names = await readdir(folder).catch(() => []);
  for (const uuid of names) {
    const device = await realpath(path.join(folder, uuid)).catch(() => undefined);
    if (device !== undefined) uuids.set(device, uuid);
  }
  return uuids;
}

async function askDiskutil(device: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)("/usr/sbin/diskutil", ["info", "-plist", device], {
      timeout: COMMAND_TIMEOUT_MS,
    });
    const uuid = /<key>VolumeUUID<\/key>\s*<string>([^<]+)<\/string>/.exec(stdout)?.[1];
    return uuid === undefined ? undefined : `uuid:${uuid}`;
  } catch {
    return undefined; // A volume that diskutil does not know has no name.
  }
}
