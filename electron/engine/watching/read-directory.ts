import type { BigIntStats, Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { log } from "../support/log.ts";
import { isIgnoredName } from "./ignored-paths.ts";

/** A photo file as the disk has it; see FileStamp in the catalog for the units. */
export interface FoundFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAtUs: number;
  /** device:inode */
  readonly fileKey: string;
  /** The name on the disk is no valid UTF-8: `name` only looks like it, and nothing can be opened by it. */
  readonly hasInvalidName?: true;
}

export interface DirectoryListing {
  readonly files: readonly FoundFile[];
  /** Names of the directories inside that are looked at. */
  readonly subdirectories: readonly string[];
}

/** Enough to keep the disk busy; more only fills the thread pool that decoding needs too. */
const STATS_AT_ONCE = 32;

/** What stands in a name for bytes that are no UTF-8. */
const REPLACEMENT = "\uFFFD";

/** What of a directory is looked at. */
export interface ReadOptions {
  readonly isPhotoName: (name: string) => boolean;
  /** Names that are left out. */
  readonly isIgnored?: (name: string, isDirectory: boolean) => boolean;
}

/**
 * One directory's photo files and subdirectories; symbolic links are not followed. Undefined when there is
 * no such directory. Rejects when it is there but cannot be read: that says nothing about its photos.
 */
export async function readDirectory(
  directory: string,
  { isPhotoName, isIgnored = isIgnoredName }: ReadOptions,
): Promise<DirectoryListing | undefined> {
  let entries: Dirent[];
  try {
    entries = await readdir(directory, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
  const valid = entries.filter((entry) => !entry.name.includes(REPLACEMENT));
  const visible = valid.filter((entry) => !isIgnored(entry.name, entry.isDirectory()));
  const names = visible
    .filter((entry) => entry.isFile() && isPhotoName(entry.name))
    .map((entry) => entry.name);
  const files: FoundFile[] = [];
  for (let start = 0; start < names.length; start += STATS_AT_ONCE) {
    const some = names.slice(start, start + STATS_AT_ONCE).map((name) => statFile(directory, name));
    for (const file of await Promise.all(some)) if (file) files.push(file);
  }
  if (valid.length < entries.length)
    files.push(...(await readInvalidNames(directory, isPhotoName)));
  const subdirectories = visible.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return { files, subdirectories };
}

/**
 * Linux keeps names as bytes, and disks from old systems have some that are no UTF-8. Their files are shown with
 * what is wrong with them; what is in such a directory cannot be reached by any path. A name that really holds
 * the replacement character is read like any other.
 */
async function readInvalidNames(
  directory: string,
  isPhotoName: (name: string) => boolean,
): Promise<FoundFile[]> {
  const files = new Map<string, FoundFile>();
  for (const entry of await readdir(directory, { encoding: "buffer", withFileTypes: true })) {
    const name = entry.name.toString("utf8");
    if (!name.includes(REPLACEMENT) || isIgnoredName(name)) continue;
    if (entry.isDirectory()) {
      log.warn(`${path.join(directory, name)} is left out: its name is no valid UTF-8; rename it`);
      continue;
    }
    if (!entry.isFile() || !isPhotoName(name)) continue;
    const isValid = Buffer.from(name, "utf8").equals(entry.name);
    const file = await statFile(directory, isValid ? name : entry.name);
    if (file && !files.has(name))
      files.set(name, isValid ? file : { ...file, hasInvalidName: true });
  }
  return [...files.values()];
}

/** Undefined when nothing is at the path, or no plain file. A name is given as bytes when it is no valid UTF-8. */
export async function statFile(
  directory: string,
  name: string | Buffer,
): Promise<FoundFile | undefined> {
  let stats: BigIntStats;
  try {
    const file =
      typeof name === "string"
        ? path.join(directory, name)
        : Buffer.concat([Buffer.from(`${directory}${path.sep}`), name]);
    stats = await lstat(file, { bigint: true });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
  if (!stats.isFile()) return undefined;
  return {
    name: name.toString("utf8"),
    sizeBytes: Number(stats.size),
    modifiedAtUs: Number(stats.mtimeNs / 1000n),
    fileKey: `${stats.dev}:${stats.ino}`,
  };
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ENOENT" || error.code === "ENOTDIR")
  );
}
