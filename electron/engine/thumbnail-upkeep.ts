import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "./catalog/database.ts";
import { absolutePath, getPhoto, listShown, type ShownFile } from "./catalog/photos.ts";
import { isFaultOfFile } from "./indexing/index-photo.ts";
import type { PhotoWorker } from "./photo-worker/photo-worker.ts";
import { inBackground } from "./support/in-background.ts";

/** Folders of thumbnails: the first two digits of the fingerprints. */
const FOLDERS = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, "0"));
/** Between looks whether the machine is free. */
const STEP_ASIDE_MS = 250;

export interface ThumbnailUpkeepOptions {
  readonly db: Database;
  readonly photoWorker: () => Pick<PhotoWorker, "thumbnail">;
  readonly thumbnailPath: (fingerprint: string) => string;
  /** Photos that may be on their way at this moment; 0 while the user is busy. */
  readonly atOnce: () => number;
}

/**
 * Makes thumbnails that are gone again, one at a time, once in each run. What somebody looks at before, and what is
 * there but cut off, is made when it is asked for; see media-handlers.ts.
 */
export class ThumbnailUpkeep implements AsyncDisposable {
  readonly #options: ThumbnailUpkeepOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(options: ThumbnailUpkeepOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
    inBackground("make lost thumbnails", this.#running);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#running?.catch(() => undefined); // Reported where it ran.
  }

  async #run(): Promise<void> {
    const { db, thumbnailPath } = this.#options;
    for (const prefix of FOLDERS) {
      await this.#turn();
      if (this.#stop.signal.aborted) return;
      const shown = listShown(db, prefix);
      if (shown.length === 0) continue;
      const there = new Set(await namesIn(path.dirname(thumbnailPath(prefix))));
      for (const photo of shown) {
        const file = thumbnailPath(photo.fingerprint);
        if (!there.has(path.basename(file))) await this.#make(photo, file);
      }
    }
  }

  async #make({ id }: ShownFile, file: string): Promise<void> {
    await this.#turn();
    const photo = getPhoto(this.#options.db, id);
    if (this.#stop.signal.aborted || !photo) return;
    try {
      await this.#options.photoWorker().thumbnail(absolutePath(photo), file);
    } catch (error) {
      // A file that cannot be read now, or a folder that may not be written to: the next run tries again.
      if (!isFaultOfFile(error)) throw error;
    }
  }

  /** Ends early with the engine. */
  async #turn(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted && this.#options.atOnce() === 0)
      await delay(STEP_ASIDE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return []; // It is gone as well, or its disk is: then every thumbnail is tried.
  }
}
