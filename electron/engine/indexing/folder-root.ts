import { stat } from "node:fs/promises";
import { walkFolder, type WalkOptions } from "../watching/walk-folder.ts";

/** The folder itself, as opposed to what is in it: is it there, and is it the one it was? */
export class FolderRoot {
  readonly #path: string;
  readonly #options: WalkOptions;
  /** Device number when the folder was last known to be itself; null before the first time. */
  #device: string | null;

  constructor(path: string, device: string | null, options: WalkOptions) {
    this.#path = path;
    this.#device = device;
    this.#options = options;
  }

  get device(): string | null {
    return this.#device;
  }

  /** Takes the folder for itself if it can be reached and is not an unmounted disk's mount point. */
  async recognise(): Promise<boolean> {
    const device = await this.#readDevice();
    if (device === undefined || (await this.#isUnmounted(device))) return false;
    this.#device = device;
    return true;
  }

  /** Whether it is still the folder that was recognised. One stat. */
  async isThere(): Promise<boolean> {
    const device = await this.#readDevice();
    return device !== undefined && (this.#device === null || device === this.#device);
  }

  /** An unmounted disk leaves its mount point: an empty folder on another device than before. */
  async #isUnmounted(device: string): Promise<boolean> {
    if (this.#device === null || this.#device === device) return false;
    for await (const { listing } of walkFolder(this.#path, this.#options)) {
      if (listing && listing.files.length > 0) return false;
    }
    return true;
  }

  async #readDevice(): Promise<string | undefined> {
    try {
      const stats = await stat(this.#path, { bigint: true });
      return stats.isDirectory() ? String(stats.dev) : undefined;
    } catch {
      return undefined; // Whatever the reason, the folder cannot be reached now.
    }
  }
}
