/**
 * @file Which volume a folder is on, under a name that survives unplugging, and where that volume is now.
 * Everything is read from the system; nothing is ever written to a volume.
 */
import { stat } from "node:fs/promises";
import path from "node:path";
import { mountOf, pathBelow, type Mount } from "./mount.ts";
import { isNetworkMount, isUncPath } from "./network-types.ts";
import { readMounts } from "./read-mounts.ts";
import { volumeNames } from "./volume-names.ts";

export interface VolumePlace {
  /** "uuid:…", "serial:…" or a share's address; undefined where the system tells none. */
  readonly volume: string | undefined;
  /** On the volume, '/' between parts, "" for its top. */
  readonly path: string;
}

/** A folder at the same path of a volume that is mounted now. */
export interface VolumeCandidate {
  readonly path: string;
  /** Known to be the same volume; otherwise it is one whose name the system does not tell. */
  readonly isSameVolume: boolean;
}

/** What following a folder needs to know of the machine's volumes. */
export interface Volumes {
  /** Undefined when the folder cannot be reached. */
  placeOf(folder: string): Promise<VolumePlace | undefined>;
  /** The same place on volumes that are mounted now, the surest first; only folders that are there. */
  find(place: VolumePlace): Promise<VolumeCandidate[]>;
  /** Changes that others make there are not reported. */
  isNetwork(folder: string): Promise<boolean>;
}

/** The volumes of this machine. */
export const systemVolumes: Volumes = { placeOf, find, isNetwork };

async function placeOf(folder: string): Promise<VolumePlace | undefined> {
  if (!(await isFolder(folder))) return undefined;
  const mount = mountOf(folder, await readMounts());
  if (!mount) return isUncPath(folder) ? { volume: `share:${folder}`, path: "" } : undefined;
  const names = await volumeNames([mount]);
  return { volume: names.get(mount), path: join(mount.root, pathBelow(folder, mount.mountPoint)) };
}

async function find(place: VolumePlace): Promise<VolumeCandidate[]> {
  const mounts = await readMounts();
  const names = await volumeNames(mounts);
  const candidates = new Map<string, VolumeCandidate>();
  // What was mounted last comes first: most likely the disk that was just plugged in.
  for (const mount of [...mounts].reverse()) {
    const name = names.get(mount);
    const isSameVolume = name !== undefined && name === place.volume;
    // A volume that is known to be another one may be a backup of this: never take it for the original.
    if (name !== undefined && place.volume !== undefined && !isSameVolume) continue;
    const folder = folderOn(mount, place.path);
    if (folder === undefined || candidates.get(folder)?.isSameVolume) continue;
    if (await isFolder(folder)) candidates.set(folder, { path: folder, isSameVolume });
  }
  return [...candidates.values()].sort((a, b) => Number(b.isSameVolume) - Number(a.isSameVolume));
}

/** Where a place of a file system is seen through a mount; undefined outside what the mount shows. */
function folderOn(mount: Mount, place: string): string | undefined {
  const root = join(mount.root, "");
  if (root !== "" && place !== root && !place.startsWith(`${root}/`)) return undefined;
  return path.join(mount.mountPoint, place.slice(root.length));
}

async function isNetwork(folder: string): Promise<boolean> {
  if (isUncPath(folder)) return true;
  const mount = mountOf(folder, await readMounts());
  return mount !== undefined && isNetworkMount(mount);
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false; // Whatever the reason, it cannot be used now.
  }
}

/** Without '/' in front or behind. */
function join(root: string, below: string): string {
  return `${root}/${below}`.replace(/\/+/g, "/").replace(/^\/|\/$/g, "");
}
