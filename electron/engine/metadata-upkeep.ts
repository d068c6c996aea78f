import { setTimeout as delay } from "node:timers/promises";
import { waitsForMirror } from "./catalog/mirror-queue.ts";
import { listStaleMetadata, type StalePosition } from "./catalog/photo-facts.ts";
import { absolutePath, getPhoto } from "./catalog/photos.ts";
import { isFaultOfFile } from "./indexing/index-photo.ts";
import { readFacts, saveFacts } from "./indexing/photo-facts.ts";
import { hasSameStamp } from "./indexing/plan-directory.ts";
import type { Reconciler } from "./indexing/reconcile.ts";
import { METADATA_VERSION, type PhotoWorker } from "./photo-worker/photo-worker.ts";
import type { PhotoId } from "../contract/photo.ts";
import { inBackground } from "./support/in-background.ts";

/** Photos under way at once: as many files as a disk likes to have open, little enough to give way soon. */
const AT_ONCE = 8;
const PAGE = 64;
/** Between looks whether the machine is free again. */
const STEP_ASIDE_MS = 250;
/** Sidecars are written one after another by a program that goes over its own library. */
const GATHER_MS = 300;

const START: StalePosition = { version: -1, id: 0 };

export interface MetadataUpkeepOptions {
  readonly reconciler: Reconciler;
  readonly photoWorker: () => Pick<PhotoWorker, "facts">;
  /** Photos that may be on their way at this moment; 0 while the user is busy or something is being indexed. */
  readonly atOnce: () => number;
}

/**
 * Reads again what photos say of themselves where an older reader did, or where a file beside them changed. Nothing is
 * decoded and nothing is embedded. Files that cannot be reached are left for the next time.
 */
export class MetadataUpkeep implements AsyncDisposable {
  readonly #options: MetadataUpkeepOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #isWanted = false;

  constructor(options: MetadataUpkeepOptions) {
    this.#options = options;
  }

  /** There may be photos to read again: look, now or after the look that is under way. */
  wake(): void {
    this.#isWanted = true;
    if (this.#running || this.#isStopped()) return;
    this.#running = this.#run().finally(() => (this.#running = undefined));
    inBackground("read metadata again", this.#running);
  }

  /** Resolves when everything that can be read again was. */
  async settled(): Promise<void> {
    this.wake();
    await this.#running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#running?.catch(() => undefined); // Reported where it ran.
  }

  async #run(): Promise<void> {
    while (this.#isWanted && !this.#isStopped()) {
      this.#isWanted = false;
      await this.#pause(GATHER_MS);
      await this.#passOver();
    }
  }

  async #passOver(): Promise<void> {
    const { db } = this.#options.reconciler;
    let after = START;
    while (!this.#isStopped()) {
      const stale = listStaleMetadata(db, { version: METADATA_VERSION, after, limit: PAGE });
      const last = stale.at(-1);
      if (!last) return;
      for (let next = 0; next < stale.length;) {
        if (this.#isStopped()) return;
        const some = stale.slice(next, next + Math.min(AT_ONCE, this.#options.atOnce()));
        next += some.length;
        if (some.length === 0) await this.#pause(STEP_ASIDE_MS);
        await Promise.all(some.map(({ id }) => this.#read(id)));
      }
      after = last;
    }
  }

  async #read(id: PhotoId): Promise<void> {
    const { reconciler, photoWorker } = this.#options;
    const photo = getPhoto(reconciler.db, id);
    if (!photo) return;
    try {
      const read = await readFacts(reconciler.db, photoWorker(), photo);
      const now = getPhoto(reconciler.db, id);
      // A file that changed meanwhile is on its way through indexing, which reads its metadata as well.
      if (!now || !hasSameStamp(now, photo)) return;
      // The user changed something meanwhile, undid a merge perhaps, of which the sidecar does not know yet.
      if (waitsForMirror(reconciler.db, id)) return;
      saveFacts(reconciler, photo, read);
      reconciler.feed.report({ kind: "tagged", id, path: absolutePath(photo) });
    } catch (error) {
      if (!isFaultOfFile(error)) throw error;
    }
  }

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Ends early with the engine. */
  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
  }
}
