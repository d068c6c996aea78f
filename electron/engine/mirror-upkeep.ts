import { setImmediate as nextTurn, setTimeout as delay } from "node:timers/promises";
import type { FolderId } from "../contract/folder.ts";
import type { PhotoId } from "../contract/photo.ts";
import { listDue, nextDueMs, settleQueue } from "./catalog/mirror-queue.ts";
import { listPaths } from "./catalog/photos.ts";
import type { Reconciler } from "./indexing/reconcile.ts";
import { log } from "./support/log.ts";
import { Serial } from "./support/serial.ts";
import { mirrorPhotos, type Mirrored, type MirrorOptions } from "./tags/mirror/mirror-photos.ts";

/** Photos of one look; what other programs wrote for them comes into the history as one entry. */
const PAGE = 500;
/** Between looks whether the user is still busy. */
const STEP_ASIDE_MS = 250;
/** After a failure of the catalog itself. */
const TRY_AGAIN_MS = 30_000;
/** A timer of Node fires at once for more. */
const LONGEST_TIMER_MS = 3_600_000;

export interface MirrorUpkeepOptions {
  readonly reconciler: Pick<Reconciler, "db" | "feed" | "text">;
  /** Works by itself; otherwise only when it is asked to. */
  readonly live: boolean;
  /** Files that may be written in a second at this moment; 0 while the user is busy. */
  readonly filesPerSecond: () => number;
  readonly offline: () => readonly FolderId[];
  /** Photos are not what they were in the catalog, or their files are to be read again. */
  readonly onSettled: (changed: readonly PhotoId[]) => void;
}

/**
 * Writes the XMP files of photos that wait in the queue, and merges what other programs wrote into theirs. Nobody writes
 * sidecars beside it: what is asked for goes through it as well, one after the other. See [Note: Mirror queue].
 */
export class MirrorUpkeep implements AsyncDisposable {
  readonly #options: MirrorUpkeepOptions;
  readonly #serial = new Serial();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(options: MirrorUpkeepOptions) {
    this.#options = options;
  }

  /** Something may wait, or another time: nothing runs and no timer is set while nothing does. */
  wake(): void {
    if (this.#plan(0)) this.#options.reconciler.feed.reportMirror();
  }

  /** Resolves when everything was looked at whose time has come. */
  async settled(): Promise<void> {
    await this.#running;
    await this.#begin();
  }

  /** These photos now, whether they wait or not. */
  mirror(ids: readonly PhotoId[], options: Omit<MirrorOptions, "text">): Promise<Mirrored> {
    return this.exclusively(() => this.#mirror(ids, options));
  }

  /** Changes which folders mirror; resolves when all of their photos wait, or none does. Others are answered meanwhile. */
  turn<T>(change: () => T): Promise<T> {
    return this.exclusively(async () => {
      const result = change();
      await this.#settleQueue();
      return result;
    });
  }

  /** While no sidecar is being written. */
  exclusively<T>(job: () => Promise<T>): Promise<T> {
    return this.#serial.run(job);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#running;
    await this.#serial.settled();
  }

  /** Sets the one timer for the photo whose time comes next, `atLeastMs` from now; false where none waits. */
  #plan(atLeastMs: number): boolean {
    const { reconciler, live, offline } = this.#options;
    if (!live || this.#running || this.#isStopped()) return this.#running !== undefined;
    clearTimeout(this.#timer);
    const nowMs = Date.now();
    const dueMs = nextDueMs(reconciler.db, { offline: offline(), nowMs });
    if (dueMs === undefined) return false;
    const waitMs = Math.min(LONGEST_TIMER_MS, Math.max(atLeastMs, dueMs - nowMs));
    this.#timer = setTimeout(() => void this.#begin(), waitMs);
    this.#timer.unref();
    return true;
  }

  #begin(): Promise<void> {
    this.#running ??= this.#run()
      .then(
        () => 0,
        (error: unknown) => {
          log.error("could not write XMP files", error);
          return TRY_AGAIN_MS;
        },
      )
      .then((atLeastMs) => {
        this.#running = undefined;
        this.#plan(atLeastMs);
      });
    return this.#running;
  }

  async #run(): Promise<void> {
    const { reconciler, filesPerSecond, offline } = this.#options;
    while (!this.#isStopped()) {
      const most = filesPerSecond();
      if (most === 0) {
        await this.#pause(STEP_ASIDE_MS);
        continue;
      }
      const startedMs = performance.now();
      const isEnough = (count: number): boolean =>
        this.#isStopped() || count >= Math.min(most, filesPerSecond());
      const written = await this.exclusively(async () => {
        await this.#settleQueue();
        const nowMs = Date.now();
        const due = listDue(reconciler.db, { offline: offline(), nowMs, limit: PAGE });
        if (due.length === 0) return undefined;
        return (await this.#mirror(due, { isDryRun: false, isEnough })).written;
      });
      if (written === undefined) return;
      await this.#pause((written / most) * 1000 - (performance.now() - startedMs));
    }
  }

  async #mirror(ids: readonly PhotoId[], options: Omit<MirrorOptions, "text">): Promise<Mirrored> {
    const { db, feed, text } = this.#options.reconciler;
    const mirrored = await mirrorPhotos(db, ids, { ...options, text });
    if (options.isDryRun || mirrored.photos.length === 0) return mirrored;
    for (const { id, path } of listPaths(db, mirrored.changed))
      feed.report({ kind: "tagged", id, path });
    if (mirrored.changed.length > 0) feed.reportHistory();
    feed.reportMirror();
    this.#options.onSettled(mirrored.changed);
    return mirrored;
  }

  async #settleQueue(): Promise<void> {
    while (!this.#isStopped() && settleQueue(this.#options.reconciler.db)) {
      this.#options.reconciler.feed.reportMirror();
      await nextTurn();
    }
  }

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Ends early with the engine. */
  async #pause(ms: number): Promise<void> {
    if (ms <= 0) return;
    await delay(ms, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
  }
}
