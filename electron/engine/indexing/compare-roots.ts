import { realpath } from "node:fs/promises";
import path from "node:path";
import { relativeInside } from "../watching/ignored-paths.ts";
import type { VolumePlace, Volumes } from "../watching/volumes/volumes.ts";
import { readRootKey } from "./folder-root.ts";

/** A folder under all the names by which two paths can turn out to lead to the same files. */
export interface RootIdentity {
  readonly path: string;
  /** device:inode of the folder and of everything above it, from the inside out; none when it is offline. */
  readonly keys: readonly string[];
  /** Where it is on which device: what a bind mount of a part of it shares with it. */
  readonly place: (VolumePlace & { readonly device: string | undefined }) | undefined;
}

export type Overlap = "apart" | "same" | "inside" | "holds";

/** How `a` lies to `b`: by path, by directory (links, letter case, bind mounts) and by place on the device. */
export function compareRoots(a: RootIdentity, b: RootIdentity): Overlap {
  const byPath = comparePaths(a.path, b.path);
  if (byPath !== "apart") return byPath;
  const [aKey, ...aboveA] = a.keys;
  const [bKey, ...aboveB] = b.keys;
  if (aKey !== undefined && aKey === bKey) return "same";
  if (bKey !== undefined && aboveA.includes(bKey)) return "inside";
  if (aKey !== undefined && aboveB.includes(aKey)) return "holds";
  if (!a.place || !b.place || !isSameDevice(a.place, b.place)) return "apart";
  return comparePlaces(a.place.path, b.place.path);
}

export async function readRootIdentity(
  folder: string,
  volumes: Pick<Volumes, "placeOf">,
): Promise<RootIdentity> {
  const keys: string[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    const key = await readRootKey(at);
    if (key === undefined) return { path: folder, keys: [], place: undefined };
    keys.push(key);
    if (path.dirname(at) === at) break;
  }
  const place = await volumes.placeOf(folder);
  return { path: folder, keys, place: place && { ...place, device: keys[0]!.split(":")[0] } };
}

/** The path without links and in the disk's own spelling; as it is where nothing can be asked. */
export async function readRealPath(folder: string): Promise<string> {
  // A mapped drive would become its share's address, which people do not recognise; keys tell it apart anyway.
  if (process.platform === "win32") return folder;
  return realpath(folder).catch(() => folder);
}

function comparePaths(a: string, b: string): Overlap {
  if (a === b) return "same";
  if (relativeInside(b, a) !== undefined) return "inside";
  return relativeInside(a, b) !== undefined ? "holds" : "apart";
}

function isSameDevice(
  a: NonNullable<RootIdentity["place"]>,
  b: NonNullable<RootIdentity["place"]>,
): boolean {
  return a.volume === undefined ? a.device === b.device : a.volume === b.volume;
}

function comparePlaces(a: string, b: string): Overlap {
  if (a === b) return "same";
  if (b === "" || a.startsWith(`${b}/`)) return "inside";
  return a === "" || b.startsWith(`${a}/`) ? "holds" : "apart";
}
