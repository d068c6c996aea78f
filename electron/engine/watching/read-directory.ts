import type { BigIntStats, Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { isIgnoredName } from "./ignored-names.ts";

/** A photo file as the disk has it; see FileStamp in the catalog for the units. */
export interface FoundFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAtUs: number;
  /** device:inode */
  readonly fileKey: string;
}

export interface DirectoryListing {
  readonly files: readonly FoundFile[];
  /** Names of the directories inside. */
  readonly subdirectories: readonly string[];
}

/** Enough to keep the disk busy; more only fills the thread pool that decoding needs too. */
const STATS_AT_ONCE = 32;

/**
 * One directory's photo files and subdirectories; symbolic links are not followed. Undefined when there is
 * no such directory. Rejects when it is there but cannot be read: that says nothing about its photos.
 */
export async function readDirectory(
  directory: string,
  isPhotoName: (name: string) => boolean,
): Promise<DirectoryListing | undefined> {
  let entries: Dirent[];
  try {
    entries = await readdir(directory, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
  const visible = entries.filter((entry) => !isIgnoredName(entry.name));
  const names = visible
    .filter((entry) => entry.isFile() && isPhotoName(entry.name))
    .map((entry) => entry.name);
  const files: FoundFile[] = [];
  for (let start = 0; start < names.length; start += STATS_AT_ONCE) {
    const some = names.slice(start, start + STATS_AT_ONCE).map((name) => statFile(directory, name));
    for (const file of await Promise.all(some)) if (file) files.push(file);
  }
  const subdirectories = visible.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return { files, subdirectories };
}

/** Undefined when nothing is at the path, or no plain file. */
export async function statFile(directory: string, name: string): Promise<FoundFile | undefined> {
  let stats: BigIntStats;
  try {
    stats = await lstat(path.join(directory, name), { bigint: true });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
  if (!stats.isFile()) return undefined;
  return {
    name,
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
