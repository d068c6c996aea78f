import { stat } from "node:fs/promises";
import type { FolderRoot as KnownRoot, KnownFile } from "../catalog/folders.ts";
import { findReadTrouble } from "../watching/read-trouble.ts";
import type { Volumes } from "../watching/volumes/volumes.ts";
import { matchSample } from "./tree-sample.ts";

export interface FolderRootOptions {
  readonly path: string;
  /** What it was when it was last walked. */
  readonly known: KnownRoot;
  readonly volumes: Pick<Volumes, "placeOf">;
  /** Some of the files that were in it. */
  readonly sample: () => readonly KnownFile[];
}

/**
 * The folder itself, as opposed to what is in it: is it there, and is it the one it was?
 *
 * [Note: Roots] An unmounted disk leaves its mount point, an empty folder that is another one than before, and
 * another disk may be mounted in its place. Following that would call every photo missing. So a root is taken for
 * itself when it is the same directory or the same place of a volume that is known to be the same, or when some of
 * its photos are there. device:inode alone would not do: both change when a disk is plugged in again, and are the
 * same for two cards in one reader.
 */
export class FolderRoot {
  readonly #options: FolderRootOptions;
  #known: KnownRoot;

  constructor(options: FolderRootOptions) {
    this.#options = options;
    this.#known = options.known;
  }

  /** What it was when it was last recognised. */
  get known(): KnownRoot {
    return this.#known;
  }

  /** Takes the folder for itself if it can be reached and is the one it was. See [Note: Roots]. */
  async recognise(): Promise<boolean> {
    const rootKey = await this.#readKey();
    if (rootKey === undefined) return false;
    const place = await this.#options.volumes.placeOf(this.#options.path);
    const now: KnownRoot = {
      rootKey,
      volume: place?.volume ?? null,
      volumePath: place?.path ?? null,
    };
    if (!this.#isSame(now) && !(await this.#hasItsPhotos())) return false;
    this.#known = now;
    return true;
  }

  /** Whether it is still the folder that was recognised, and may be read. */
  async isThere(): Promise<boolean> {
    const rootKey = await this.#readKey();
    return rootKey !== undefined && rootKey === (this.#known.rootKey ?? rootKey);
  }

  async #readKey(): Promise<string | undefined> {
    const { path } = this.#options;
    return (await findReadTrouble(path)) === "denied" ? undefined : readRootKey(path);
  }

  /** Certainly itself. */
  #isSame(now: KnownRoot): boolean {
    const known = this.#known;
    if (known.rootKey === null) return true;
    const isSameKey = known.rootKey === now.rootKey;
    if (known.volume !== null && now.volume !== null) {
      return known.volume === now.volume && (isSameKey || known.volumePath === now.volumePath);
    }
    // Two cards in the same reader have the same device, and the top of each the same inode.
    if (isSameKey) return now.volumePath !== "";
    const isSamePlace = known.volumePath !== null && known.volumePath === now.volumePath;
    return (
      isSamePlace && now.volumePath !== "" && deviceOf(known.rootKey) === deviceOf(now.rootKey)
    );
  }

  /** A folder that never had photos has none to miss. */
  async #hasItsPhotos(): Promise<boolean> {
    const { path, sample } = this.#options;
    const { sampled, found } = await matchSample(path, sample());
    return sampled === 0 || found > 0;
  }
}

/** device:inode; undefined when there is no folder to be reached. */
export async function readRootKey(folder: string): Promise<string | undefined> {
  try {
    const stats = await stat(folder, { bigint: true });
    return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : undefined;
  } catch {
    return undefined; // Whatever the reason, the folder cannot be reached now.
  }
}

function deviceOf(rootKey: string | null): string | undefined {
  return rootKey?.split(":")[0];
}
