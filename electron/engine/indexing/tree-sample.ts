import path from "node:path";
import type { KnownFile } from "../catalog/folders.ts";
import { statFile } from "../watching/read-directory.ts";

/** So many say whether a tree is the same one; asking for them takes a moment even over a network. */
export const SAMPLE_FILES = 40;

/** FAT keeps times in steps of two seconds. */
const SAME_TIME_US = 2_000_000;

export interface SampleMatch {
  /** Files that were looked for. */
  readonly sampled: number;
  /** Those that are there with the same size. */
  readonly found: number;
  /** Those of them that also have the same time. */
  readonly same: number;
}

/** How many of the files that the catalog knows are in this folder now. */
export async function matchSample(
  folder: string,
  sample: readonly KnownFile[],
): Promise<SampleMatch> {
  const files = await Promise.all(sample.map((file) => findFile(folder, file)));
  const found = sample.filter((known, at) => files[at]?.sizeBytes === known.sizeBytes);
  const same = sample.filter((known, at) => {
    const file = files[at];
    if (file?.sizeBytes !== known.sizeBytes) return false;
    return Math.abs(file.modifiedAtUs - known.modifiedAtUs) <= SAME_TIME_US;
  });
  return { sampled: sample.length, found: found.length, same: same.length };
}

/** Enough to take a tree for the same one without asking; a few photos may have gone or been edited since. */
export function isSureMatch({ sampled, same }: SampleMatch): boolean {
  return sampled > 0 && same >= sampled * 0.8;
}

/** Enough where the user says that it is the same one: a copy may have lost the times of its files. */
export function isLikelyMatch({ sampled, found }: SampleMatch): boolean {
  return found >= sampled * 0.5;
}

async function findFile(folder: string, { directory, name }: KnownFile) {
  try {
    return await statFile(path.join(folder, directory), name);
  } catch {
    return undefined; // What may not be read is not found.
  }
}
