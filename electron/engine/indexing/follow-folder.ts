import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { FolderState } from "../../contract/folder.ts";
import { setFolderDevice, type FolderRow } from "../catalog/folders.ts";
import { inBackground } from "../support/in-background.ts";
import { log } from "../support/log.ts";
import { Serial } from "../support/serial.ts";
import { FolderWatcher } from "../watching/folder-watcher.ts";
import { FolderRoot } from "./folder-root.ts";
import { FolderScan } from "./folder-scan.ts";
import type { Reconciler } from "./reconcile.ts";

/** What a lost event would hide is found by this walk; also all there is where changes are not reported. */
const RESCAN_MS = 2 * 60 * 60 * 1000;

/** A scan waits this long, this often, for files that are being written when it passes. */
const SETTLE_MS = 300;
const SETTLE_TRIES = 5;

/** How soon a disk that went away, or came back, is noticed. One stat each time. */
const ROOT_CHECK_MS = 3000;

export interface FollowOptions {
  readonly reconciler: Reconciler;
  readonly libraryFolder: string;
  readonly isPhotoName: (name: string) => boolean;
  /** Keeps watching after the first scan. */
  readonly live: boolean;
  /** There may be something to index. */
  readonly onFound: () => void;
  readonly onStateChanged: () => void;
}

/** Keeps one folder's entries in step with the disk, and says whether it can. */
export class FolderFollower implements AsyncDisposable {
  readonly folder: FolderRow;
  readonly #options: FollowOptions;
  readonly #root: FolderRoot;
  readonly #scanner: FolderScan;
  readonly #serial = new Serial();
  readonly #stop = new AbortController();
  #state: FolderState;
  #watcher: FolderWatcher | undefined;
  #timers: NodeJS.Timeout[] = [];

  constructor(folder: FolderRow, options: FollowOptions) {
    const { reconciler, libraryFolder, isPhotoName, onFound } = options;
    const walk = { isPhotoName, leaveOut: libraryFolder, signal: this.#stop.signal };
    const root = new FolderRoot(folder.path, folder.device, walk);
    const holdsUnsettled = () => this.#watcher !== undefined;
    this.folder = folder;
    this.#options = options;
    this.#root = root;
    this.#scanner = new FolderScan({ folder, root, reconciler, walk, holdsUnsettled, onFound });
    this.#state = existsSync(folder.path) ? "unwatched" : "offline";
    if (options.live) this.#startTimers();
  }

  get state(): FolderState {
    return this.#state;
  }

  /** Walks the whole folder; resolves when every difference is in the catalog. */
  scan(): Promise<void> {
    return this.#run(() => this.#scan());
  }

  /** Looks at one directory again, after everything that was asked for before. */
  lookAgain(directory: string): Promise<void> {
    return this.#run(() => this.#lookAgain(directory));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#watcher?.[Symbol.asyncDispose]();
    await this.#serial.settled();
  }

  /** One thing at a time, and nothing once stopped. */
  #run(job: () => Promise<void>): Promise<void> {
    return this.#serial.run(async () => {
      try {
        if (!this.#stop.signal.aborted) await job();
      } catch (error) {
        if (!this.#stop.signal.aborted) throw error;
      }
    });
  }

  async #scan(): Promise<void> {
    if (!(await this.#root.recognise())) return this.#goOffline();
    this.#setState("scanning");
    this.#watch();
    this.#scanner.takeUnsettled();
    if (!((await this.#scanner.all()) && (await this.#settle()))) return this.#goOffline();
    setFolderDevice(this.#options.reconciler.db, this.folder.id, this.#root.device!);
    this.#setState(this.#restingState());
  }

  /** What was being written while the scan passed is part of what it finds, if it comes to rest soon. */
  async #settle(): Promise<boolean> {
    for (let tries = 0; tries < SETTLE_TRIES; tries++) {
      const directories = this.#scanner.takeUnsettled();
      if (directories.length === 0) return true;
      await delay(SETTLE_MS, undefined, { signal: this.#stop.signal });
      for (const directory of directories) {
        if (!(await this.#scanner.directory(directory))) return false;
      }
    }
    this.#watchUnsettled();
    return true;
  }

  async #lookAgain(directory: string): Promise<void> {
    if (this.#state === "offline") return;
    if (!(await this.#scanner.directory(directory))) return this.#goOffline();
    this.#watchUnsettled();
  }

  /** Has the directories reported again whose files are still being written. */
  #watchUnsettled(): void {
    for (const directory of this.#scanner.takeUnsettled()) this.#watcher?.lookAgain(directory);
  }

  #restingState(): FolderState {
    if (!this.#options.live) return "unwatched";
    return this.#watcher ? "watching" : "rescan-only";
  }

  #watch(): void {
    if (!this.#options.live || this.#watcher) return;
    const reports = {
      dirty: (directory: string) => this.#inBackground(this.lookAgain(directory)),
      failed: (error: unknown) => this.#stopWatching(error),
    };
    const watcher = new FolderWatcher(this.folder.path, reports, this.#options.libraryFolder);
    this.#watcher = watcher;
    // A change between the walk of a directory and the start of its watch is nobody's news: walk once more.
    this.#inBackground(
      watcher.ready.then(() => (this.#watcher === watcher ? this.scan() : undefined)),
    );
  }

  #stopWatching(error: unknown): void {
    log.warn(`${this.folder.path} cannot be watched; it is scanned now and then instead`, error);
    void this.#watcher?.[Symbol.asyncDispose]();
    this.#watcher = undefined;
    if (this.#state !== "offline") this.#setState("rescan-only");
  }

  #startTimers(): void {
    this.#timers = [
      setInterval(() => this.#inBackground(this.scan()), RESCAN_MS),
      setInterval(() => this.#inBackground(this.#run(() => this.#checkRoot())), ROOT_CHECK_MS),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** A disk that went away keeps everything as it was; one that came back is walked. */
  async #checkRoot(): Promise<void> {
    if (this.#state === "offline") {
      if (await this.#root.recognise()) this.#inBackground(this.scan());
    } else if (!(await this.#root.isThere())) {
      await this.#goOffline();
    }
  }

  async #goOffline(): Promise<void> {
    const watcher = this.#watcher;
    this.#watcher = undefined;
    this.#setState("offline");
    await watcher?.[Symbol.asyncDispose]();
  }

  /** The next scan mends what fails here. */
  #inBackground(work: Promise<unknown>): void {
    inBackground(`follow ${this.folder.path}`, work);
  }

  #setState(state: FolderState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onStateChanged();
  }
}
