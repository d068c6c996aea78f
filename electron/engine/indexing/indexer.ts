import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { PhotoRow } from "../catalog/photos.ts";
import { inBackground } from "../support/in-background.ts";
import { log } from "../support/log.ts";
import { indexPhoto, showPhoto, type Stages } from "./index-photo.ts";
import type { IndexOutcome } from "./outcome.ts";
import type { Pace } from "./pace.ts";

/** Photos on their way through the photo worker: enough to fill its decoders and a batch, little enough to forget. */
const AT_ONCE = 24;

/** Photos that may wait for their commit on top of those: two full batches. */
const COMMITTING = 128;

/** A few screens' worth: what was scrolled past long ago is not urgent any more. */
const HURRIED = 500;

export interface IndexerOptions {
  readonly stages: Stages;
  /** The newest waiting photos; the queue itself lives in the catalog, so it is bounded and survives a crash. */
  listWaiting(limit: number): PhotoId[];
  isWaiting(id: PhotoId): boolean;
  /** Whether it has no thumbnail yet and its file can be read, also where its folder is paused. */
  isUnseen(id: PhotoId): boolean;
  /** Photos of the active ones that only wait for their commit. */
  committing(): number;
  /** A photo begins its walk. */
  onBegin?(photo: PhotoRow): void;
  onOutcome(photo: PhotoRow, outcome: IndexOutcome): void;
  onBusy(): void;
  /** There may be others to be done than before, or nothing any more that could not go on. */
  onWoken?(): void;
  /** No photo is begun any more; those on their way are waited for. */
  onEnding?(): void;
  /** Nothing waits any more, or nothing can go on. */
  onIdle(): void;
  /** Indexing cannot go on until it is woken. */
  onBlocked?(reason: unknown): void;
  /** How much of the machine may be taken. */
  readonly pace: Pace;
}

/** A photo, and how far it is taken. */
interface Task {
  readonly id: PhotoId;
  readonly walk: typeof indexPhoto;
}

/** Takes waiting photos through their walk, several at a time, what is on the screen first. */
export class Indexer implements AsyncDisposable {
  readonly #options: IndexerOptions;
  readonly #active = new Map<PhotoId, Promise<void>>();
  #next: PhotoId[] = [];
  #hurried: PhotoId[] = [];
  #stopped = false;
  #isIdle = true;
  #blockedBy: unknown;
  #idleWaiters: (() => void)[] = [];

  constructor(options: IndexerOptions) {
    this.#options = options;
    options.pace.onEase(() => this.#pump());
  }

  /** Resolves when nothing waits any more; rejects with the reason when indexing cannot go on. */
  async idle(): Promise<void> {
    if (!this.#isIdle) await new Promise<void>((resolve) => this.#idleWaiters.push(resolve));
    if (this.#blockedBy !== undefined) throw this.#blockedBy as Error;
    // Who waits for a queue that nobody empties any more would ask for ever.
    if (this.#stopped)
      throw new LibraryError(
        "engine-unavailable",
        "The library was closed before all was indexed.",
      );
  }

  /** No photo is on its walk, and none waits that could be. */
  get isIdle(): boolean {
    return this.#isIdle;
  }

  /** Nothing is begun until it is woken; photos that were on their way may still end well. */
  get isBlocked(): boolean {
    return this.#blockedBy !== undefined;
  }

  /** Photos may be waiting: look. Also lifts a block, such as a full disk, to try again. */
  wake(): void {
    this.#blockedBy = undefined;
    this.#pump();
    this.#options.onWoken?.();
  }

  /** A photo left for its commit: there is room for another. */
  makeRoom(): void {
    this.#pump();
  }

  /** These go first, before others that were hurried earlier and have not had their turn. */
  hurry(ids: readonly PhotoId[]): void {
    this.#hurried = [...new Set([...ids, ...this.#hurried])].slice(0, HURRIED);
    this.#pump();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    this.#options.onEnding?.();
    await Promise.allSettled(this.#active.values());
  }

  #pump(): void {
    if (this.#stopped || this.#blockedBy !== undefined) return;
    while (this.#hasRoom()) {
      const task = this.#takeHurried() ?? this.#takeNext();
      if (!task) break;
      this.#begin();
      this.#active.set(task.id, this.#take(task));
    }
    // Photos that wait for a better moment are still work to be done.
    const isAtRest = this.#isIdle || this.#active.size === 0;
    if (isAtRest && !this.#mayBeginUnhurried() && this.#refill()) this.#begin();
    this.#settle();
  }

  #begin(): void {
    inBackground("look at the power", this.#options.pace.look());
    if (!this.#isIdle) return;
    this.#options.onBusy();
    this.#isIdle = false;
  }

  #hasRoom(): boolean {
    return this.#inWorker() < AT_ONCE && this.#options.committing() < COMMITTING;
  }

  #mayBeginUnhurried(): boolean {
    return this.#inWorker() < this.#options.pace.unhurriedAtOnce;
  }

  #inWorker(): number {
    return this.#active.size - this.#options.committing();
  }

  /** Paused, all of it or its folder, what is on the screen is shown and not indexed. */
  #takeHurried(): Task | undefined {
    const options = this.#options;
    while (this.#hurried.length > 0) {
      const id = this.#hurried.shift()!;
      if (this.#active.has(id)) continue;
      if (!options.pace.isPaused && options.isWaiting(id)) return { id, walk: indexPhoto };
      if (options.isUnseen(id)) return { id, walk: showPhoto };
    }
    return undefined;
  }

  #takeNext(): Task | undefined {
    while (this.#mayBeginUnhurried() && this.#refill()) {
      const id = this.#next.shift()!;
      // Its folder may have been paused since it was listed.
      if (this.#options.isWaiting(id)) return { id, walk: indexPhoto };
    }
    return undefined;
  }

  /** Whether a photo waits that nobody has begun. */
  #refill(): boolean {
    // One that was hurried since may be on its way.
    this.#next = this.#next.filter((id) => !this.#active.has(id));
    if (this.#next.length === 0) {
      const waiting = this.#options.listWaiting(AT_ONCE + this.#active.size);
      this.#next = waiting.filter((id) => !this.#active.has(id));
    }
    return this.#next.length > 0;
  }

  async #take({ id, walk }: Task): Promise<void> {
    // The walk begins in a turn of its own, so that it is among the active ones before it can end.
    await Promise.resolve();
    const photo = this.#options.stages.find(id);
    if (photo) this.#options.onBegin?.(photo);
    try {
      const outcome = await walk(id, this.#options.stages);
      if (photo) this.#options.onOutcome(photo, outcome);
    } catch (error) {
      if (this.#blockedBy === undefined && !this.#stopped) this.#block(error);
    } finally {
      this.#active.delete(id);
      this.#next = this.#next.filter((other) => other !== id);
    }
    this.#pump();
    this.#settle();
  }

  #block(reason: unknown): void {
    logStop(reason);
    this.#blockedBy = reason;
    this.#options.onBlocked?.(reason);
  }

  #settle(): void {
    if (this.#isIdle || this.#active.size > 0) return;
    if (this.#blockedBy === undefined && this.#next.length > 0) return;
    this.#isIdle = true;
    this.#options.onIdle();
    for (const resolve of this.#idleWaiters.splice(0)) resolve();
  }
}

/** An anticipated fault needs no stack: its message says what is wrong. */
function logStop(error: unknown): void {
  if (error instanceof LibraryError) log.warn(`indexing has stopped: ${error.message}`);
  else log.error("indexing has stopped", error);
}
