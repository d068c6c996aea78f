import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { FolderRow, KnownFile } from "../catalog/folders.ts";
import { isIgnoredName } from "../watching/ignored-paths.ts";
import type { Volumes } from "../watching/volumes/volumes.ts";
import { readRootKey } from "./folder-root.ts";
import { isSureMatch, matchSample } from "./tree-sample.ts";

/** A parent with more folders than this is no place where somebody renamed one of a few. */
const MOST_SIBLINGS = 1000;

export interface FoundRoot {
  readonly path: string;
  /** Known to be the same directory or the same volume; otherwise it looks the same, as a backup would. */
  readonly isSure: boolean;
}

/**
 * Where a folder that is not at its path any more is now: renamed where it was, or on its volume at another
 * mount point or drive letter. In any case most of its photos must be there, unchanged.
 */
export async function searchRoot(
  folder: FolderRow,
  sample: readonly KnownFile[],
  volumes: Pick<Volumes, "find">,
): Promise<FoundRoot | undefined> {
  if (sample.length === 0) return undefined;
  for await (const candidate of candidates(folder, volumes)) {
    if (candidate.path === folder.path) continue;
    if (isSureMatch(await matchSample(candidate.path, sample))) return candidate;
  }
  return undefined;
}

async function* candidates(
  folder: FolderRow,
  volumes: Pick<Volumes, "find">,
): AsyncGenerator<FoundRoot> {
  for (const sibling of await listSiblings(folder.path)) {
    if (folder.rootKey !== null && (await readRootKey(sibling)) === folder.rootKey)
      yield { path: sibling, isSure: true };
  }
  if (folder.volumePath === null) return;
  const place = { volume: folder.volume ?? undefined, path: folder.volumePath };
  for (const found of await volumes.find(place))
    yield { path: found.path, isSure: found.isSameVolume };
}

async function listSiblings(folder: string): Promise<string[]> {
  const parent = path.dirname(folder);
  let entries: Dirent[];
  try {
    entries = await readdir(parent, { withFileTypes: true });
  } catch {
    return []; // The parent is away too.
  }
  const folders = entries.filter((entry) => entry.isDirectory() && !isIgnoredName(entry.name));
  return folders.length > MOST_SIBLINGS ? [] : folders.map(({ name }) => path.join(parent, name));
}
