import path from "node:path";
import { createIsIgnored, type IsIgnored } from "./ignored-paths.ts";
import type { ReadTrouble } from "../../contract/folder.ts";
import { readDirectory, type DirectoryListing } from "./read-directory.ts";
import { toReadTrouble } from "./read-trouble.ts";

export interface WalkedDirectory {
  /** Relative to the folder, '/' between parts, '' for the folder itself. */
  readonly directory: string;
  /** Undefined when it is there but could not be read; its photos must be left as they are. */
  readonly listing: DirectoryListing | undefined;
  /** Why not. */
  readonly trouble?: ReadTrouble;
}

export interface WalkOptions {
  readonly isPhotoName: (name: string) => boolean;
  /** Begin at this directory instead of the top. */
  readonly from?: string;
  /** Without it, only what is never looked at is left out. */
  readonly isIgnored?: IsIgnored;
  readonly signal?: AbortSignal;
}

/** Every directory of a folder, top first. What vanishes while it is walked is left out. */
export async function* walkFolder(
  folder: string,
  options: WalkOptions,
): AsyncGenerator<WalkedDirectory> {
  const { isPhotoName, isIgnored = createIsIgnored({}) } = options;
  const waiting = [options.from ?? ""];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    options.signal?.throwIfAborted();
    const inside = directory === "" ? "" : `${directory}/`;
    let listing: DirectoryListing | undefined;
    try {
      listing = await readDirectory(path.join(folder, directory), {
        isPhotoName,
        isIgnored: (name, isDirectory) => isIgnored(`${inside}${name}`, isDirectory),
      });
      if (!listing) continue;
    } catch (error) {
      // Not readable now: reported as such, because treating it as empty would lose its photos.
      yield { directory, listing: undefined, trouble: toReadTrouble(error) ?? "failed" };
      continue;
    }
    yield { directory, listing };
    for (const name of [...listing.subdirectories].sort().reverse()) {
      waiting.push(`${inside}${name}`);
    }
  }
}
