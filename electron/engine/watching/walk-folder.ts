import path from "node:path";
import { readDirectory, type DirectoryListing } from "./read-directory.ts";

export interface WalkedDirectory {
  /** Relative to the folder, '/' between parts, '' for the folder itself. */
  readonly directory: string;
  /** Undefined when it is there but could not be read; its photos must be left as they are. */
  readonly listing: DirectoryListing | undefined;
}

export interface WalkOptions {
  readonly isPhotoName: (name: string) => boolean;
  /** Begin at this directory instead of the top. */
  readonly from?: string;
  /** Absolute path of a directory to leave out: the library itself, whose thumbnails are no photos. */
  readonly leaveOut?: string;
  readonly signal?: AbortSignal;
}

/** Every directory of a folder, top first. What vanishes while it is walked is left out. */
export async function* walkFolder(
  folder: string,
  options: WalkOptions,
): AsyncGenerator<WalkedDirectory> {
  const waiting = [options.from ?? ""];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    options.signal?.throwIfAborted();
    const absolute = path.join(folder, directory);
    if (absolute === options.leaveOut) continue;
    let listing: DirectoryListing | undefined;
    try {
      listing = await readDirectory(absolute, options.isPhotoName);
      if (!listing) continue;
    } catch {
      // Not readable now: reported as such, because treating it as empty would lose its photos.
      yield { directory, listing: undefined };
      continue;
    }
    yield { directory, listing };
    for (const name of [...listing.subdirectories].sort().reverse()) {
      waiting.push(directory === "" ? name : `${directory}/${name}`);
    }
  }
}
