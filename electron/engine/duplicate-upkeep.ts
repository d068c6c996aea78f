import { setImmediate as nextTurn, setTimeout as delay } from "node:timers/promises";
import type { PhotoId } from "../contract/photo.ts";
import type { Database } from "./catalog/database.ts";
import { getSetting, setSetting } from "./catalog/settings.ts";
import { savePicture, sweepPictures } from "./duplicates/pictures.ts";
import { regroup } from "./duplicates/regroup.ts";
import {
  beginAnew,
  listReady,
  listStale,
  listUnseen,
  spreadFolder,
} from "./duplicates/stale-photos.ts";
import type { ChangeFeed } from "./indexing/change-feed.ts";
import { isFaultOfFile } from "./indexing/index-photo.ts";
import type { PhotoWorker } from "./photo-worker/photo-worker.ts";
import { inBackground } from "./support/in-background.ts";

/** Photos whose pictures are looked at together. */
const AT_ONCE = 32;
/** Photos in one transaction: among a million, some ten milliseconds. */
const STEP = 8;
/** Photos that a question settles by itself before it is answered: at the most as long as anybody may be kept from the engine. */
const AT_QUESTION = 32;
/** Pictures of which it is looked up in one step whether a photo has them, and steps in each run: a million are swept in fifty. */
const SWEEP_STEP = 200;
const SWEEPS = 100;
/** Between looks whether the machine is free again. */
const STEP_ASIDE_MS = 250;
/** After a failure of the catalog itself, such as a full disk. */
const TRY_AGAIN_MS = 30_000;
/** Files are copied, and go to the trash, one after another. */
const GATHER_MS = 300;

export interface DuplicateUpkeepOptions {
  readonly db: Database;
  readonly feed: ChangeFeed;
  /** Follows what happens by itself; otherwise only what is asked for is done. */
  readonly live: boolean;
  readonly photoWorker: () => Pick<PhotoWorker, "pictureLook">;
  readonly thumbnailPath: (fingerprint: string) => string;
  /** Pictures that may be looked at at this moment; 0 while the user is busy. */
  readonly atOnce: () => number;
  /** How soon a comparison that failed is tried again; half a minute, except in tests. */
  readonly tryAgainMs?: number;
}

/** Keeps groups of duplicates current: photo by photo, in the background, and from where an earlier run stopped. */
export class DuplicateUpkeep implements AsyncDisposable {
  readonly #options: DuplicateUpkeepOptions;
  readonly #stop = new AbortController();
  readonly #unsubscribe: () => void;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isWanted = false;
  #sweeps = SWEEPS;
  /** Somebody waits for it, so that it does not step aside. */
  #waiting = 0;

  constructor(options: DuplicateUpkeepOptions) {
    this.#options = options;
    this.#unsubscribe = options.live
      ? options.feed.subscribe(({ name }) => this.#heard(name))
      : () => undefined;
  }

  /** There may be photos to compare: look, now or after the look that is under way. */
  wake(): void {
    this.#isWanted = true;
    if (this.#running || this.#isStopped()) return;
    this.#running = this.#run().finally(() => (this.#running = undefined));
    this.#running.catch(() => this.#tryAgain());
    inBackground("compare photos", this.#running);
  }

  /** Resolves when all photos were compared; `isAnew`: also those that were before. */
  async settled({ isAnew }: { readonly isAnew: boolean }): Promise<void> {
    if (isAnew) beginAnew(this.#options.db);
    this.#waiting++;
    try {
      this.wake();
      while (this.#running) await this.#running;
    } finally {
      this.#waiting--;
    }
  }

  /** Compares at once what can be without looking at pictures, so that an answer has what just happened in it. */
  settleSome(): void {
    const { db, feed } = this.#options;
    const ready = listReady(db, AT_QUESTION);
    if (ready.length === 0) return;
    regroup(db, ready);
    feed.reportDuplicates();
  }

  /** Compares these photos now, a few at a time, because groups with them are about to be asked for. */
  async regroup(photos: readonly PhotoId[]): Promise<void> {
    for (let next = 0; next < photos.length && !this.#isStopped(); next += STEP) {
      regroup(this.#options.db, photos.slice(next, next + STEP));
      await nextTurn();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#unsubscribe();
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#running?.catch(() => undefined); // Reported where it ran.
  }

  #heard(name: string): void {
    if (name === "photo.changed" || name === "history.changed" || name === "folder.changed")
      this.wake();
  }

  #tryAgain(): void {
    const { live, tryAgainMs = TRY_AGAIN_MS } = this.#options;
    clearTimeout(this.#timer);
    if (live && !this.#isStopped()) this.#timer = setTimeout(() => this.wake(), tryAgainMs).unref();
  }

  async #run(): Promise<void> {
    do {
      while (this.#isWanted && !this.#isStopped()) {
        this.#isWanted = false;
        if (this.#waiting === 0) await this.#pause(GATHER_MS);
        await this.#passOver();
      }
      if (this.#options.live && this.#sweeps > 0) await this.#sweep();
    } while (this.#isWanted && !this.#isStopped());
  }

  /** Some of what was seen of files that are gone, once in each run, from where the last one stopped; photos to compare go first. */
  async #sweep(): Promise<void> {
    const { db, atOnce } = this.#options;
    const mayGoOn = (): boolean => !this.#isWanted && this.#waiting === 0 && !this.#isStopped();
    let last = Number(getSetting(db, "swept-picture") ?? 0);
    while (this.#sweeps > 0 && mayGoOn()) {
      await this.#pause(atOnce() === 0 ? STEP_ASIDE_MS : 0);
      if (atOnce() === 0 || !mayGoOn()) continue;
      const next = sweepPictures(db, last, SWEEP_STEP);
      last = next ?? 0;
      this.#sweeps = next === undefined ? 0 : this.#sweeps - 1;
    }
    // Once, because after a write to the catalog what was counted is counted again. What is swept twice costs nothing else.
    if (this.#sweeps === 0 && !this.#isStopped()) setSetting(db, "swept-picture", `${last}`);
  }

  async #passOver(): Promise<void> {
    const { db, feed } = this.#options;
    while (!this.#isStopped()) {
      const stale = listStale(db, AT_ONCE);
      if (stale.length > 0) {
        await this.#look(listUnseen(db, stale));
        if (this.#isStopped()) return;
        await this.regroup(stale);
        feed.reportDuplicates();
      } else if (!spreadFolder(db)) return;
      await nextTurn();
    }
  }

  async #look(fingerprints: readonly string[]): Promise<void> {
    for (let next = 0; next < fingerprints.length && !this.#isStopped();) {
      const free = this.#waiting > 0 ? AT_ONCE : this.#options.atOnce();
      const some = fingerprints.slice(next, next + free);
      next += some.length;
      if (some.length === 0) await this.#pause(STEP_ASIDE_MS);
      await Promise.all(some.map((fingerprint) => this.#lookAt(fingerprint)));
    }
  }

  /** By its thumbnail. One that is not there yet is looked at when its photo is compared again. */
  async #lookAt(fingerprint: string): Promise<void> {
    const { db, photoWorker, thumbnailPath } = this.#options;
    try {
      const look = await photoWorker().pictureLook(thumbnailPath(fingerprint));
      if (!this.#isStopped()) savePicture(db, fingerprint, look);
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
