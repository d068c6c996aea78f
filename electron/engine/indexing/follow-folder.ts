import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { FolderState, RescanReason, Unreadable } from "../../contract/folder.ts";
import { readPatterns, sampleFiles, setFolderRoot, type FolderRow } from "../catalog/folders.ts";
import { isPaused } from "../catalog/paused-folders.ts";
import { inBackground } from "../support/in-background.ts";
import { log } from "../support/log.ts";
import { Serial } from "../support/serial.ts";
import { FolderWatcher, type Watcher, type WatchReports } from "../watching/folder-watcher.ts";
import { createIsIgnored, relativeInside, type IsIgnored } from "../watching/ignored-paths.ts";
import { findReadTrouble } from "../watching/read-trouble.ts";
import { systemVolumes, type Volumes } from "../watching/volumes/volumes.ts";
import { FolderRoot } from "./folder-root.ts";
import { FolderScan } from "./folder-scan.ts";
import type { Reconciler } from "./reconcile.ts";
import { searchRoot, type FoundRoot } from "./search-root.ts";
import { SAMPLE_FILES } from "./tree-sample.ts";
import { toRescanReason } from "./rescan-reason.ts";

/** What a lost event would hide is found by this walk; also all there is where changes are not reported. */
const RESCAN_MS = 2 * 60 * 60 * 1000;

/** What failed, as on a full disk, is made up for by a scan after this. */
const TRY_AGAIN_MS = 60_000;

/** A scan waits this long, this often, for files that are being written when it passes. */
const SETTLE_MS = 300;
const SETTLE_TRIES = 5;

/** Where nobody reports how a file grows, it is looked at this often until it rests. */
const UNWATCHED_MS = 2000;

/** A folder that is away is looked for elsewhere this often: a few dozen stats. */
const SEARCH_MS = 15_000;

/** Of the directories that could not be read so many are tried again as often. */
const TRIED_AGAIN = 20;

export interface FollowOptions {
  readonly reconciler: Reconciler;
  readonly libraryFolder: string;
  readonly isPhotoName: (name: string) => boolean;
  /** Keeps watching after the first scan. */
  readonly live: boolean;
  /** There may be something to index. */
  readonly onFound: () => void;
  readonly onStateChanged: () => void;
  /** The machine's own, except in tests. */
  readonly volumes?: Volumes;
  /** The system's own, except in tests. */
  readonly openWatcher?: (folder: string, reports: WatchReports, isIgnored: IsIgnored) => Watcher;
}

/** Keeps one folder's entries in step with the disk, and says whether it can. */
export class FolderFollower implements AsyncDisposable {
  readonly folder: FolderRow;
  readonly #options: FollowOptions;
  readonly #root: FolderRoot;
  readonly #scanner: FolderScan;
  readonly #serial = new Serial();
  readonly #stop = new AbortController();
  readonly #isIgnored: IsIgnored;
  readonly #volumes: Volumes;
  #state: FolderState;
  #rescanReason: RescanReason | undefined;
  #watcher: Watcher | undefined;
  #scannedAtMs = 0;
  #searchedAtMs = 0;
  #foundRoot: FoundRoot | undefined;
  /** The root is there, and may not be read. */
  #isDenied = false;
  #triedAtMs = 0;
  #isTicking = false;

  constructor(folder: FolderRow, options: FollowOptions) {
    const { reconciler, libraryFolder, isPhotoName, onFound } = options;
    const library = relativeInside(folder.path, libraryFolder);
    const isIgnored = createIsIgnored({
      patterns: readPatterns(folder),
      ...(library !== undefined && { library }),
    });
    const walk = { isPhotoName, isIgnored, signal: this.#stop.signal };
    this.folder = folder;
    this.#options = options;
    this.#isIgnored = isIgnored;
    this.#volumes = options.volumes ?? systemVolumes;
    this.#root = new FolderRoot({
      path: folder.path,
      known: folder,
      volumes: this.#volumes,
      sample: () => this.#sample(),
    });
    const root = this.#root;
    const holdsUnsettled = () => options.live;
    this.#scanner = new FolderScan({ folder, root, reconciler, walk, holdsUnsettled, onFound });
    if (options.live && isPaused(reconciler.db, folder.id)) this.#state = "paused";
    else this.#state = existsSync(folder.path) ? "unwatched" : "offline";
  }

  get state(): FolderState {
    return this.#state;
  }

  /** Why the folder is walked now and then instead of watched; while it is walked, why it was until then. */
  get rescanReason(): RescanReason | undefined {
    return this.#isRescanned ? this.#rescanReason : undefined;
  }

  /** Where the folder is now, while it is not at its path. */
  get foundRoot(): FoundRoot | undefined {
    return this.#state === "offline" ? this.#foundRoot : undefined;
  }

  /** What of it cannot be read. */
  get unreadable(): Unreadable | undefined {
    if (this.#state !== "offline") return this.#scanner.unreadable;
    return this.#isDenied ? { directory: "", count: 1, trouble: "denied" } : undefined;
  }

  /** When a folder that is not watched was last walked. */
  get checkedAtMs(): number | undefined {
    return this.#isRescanned && this.#rescanReason ? this.#scannedAtMs : undefined;
  }

  get #isRescanned(): boolean {
    return this.#state === "rescan-only" || this.#state === "scanning";
  }

  /** Walks the whole folder; resolves when every difference is in the catalog. */
  scan(): Promise<void> {
    return this.#run(() => this.#scan());
  }

  /** Looks at one directory again, after everything that was asked for before. */
  lookAgain(directory: string): Promise<void> {
    return this.#run(() => this.#lookAgain(directory));
  }

  /** Whether the root cannot be reached; looked at beside whatever is under way, which ends as it finds the disk. */
  async isAway(): Promise<boolean> {
    if (this.#state !== "offline" && !(await this.#root.isThere())) await this.#goOffline();
    return this.#state === "offline";
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#watcher?.[Symbol.asyncDispose]();
    await this.#serial.settled();
  }

  /**
   * Looks whether the root is there, and walks the folder when it came back or was not walked for hours. To be
   * called every few seconds; a call while another one is under way (a share that does not answer) does nothing.
   */
  async tick(nowMs: number): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    try {
      await this.#run(() => this.#checkRoot(nowMs));
    } finally {
      this.#isTicking = false;
    }
  }

  /** One thing at a time, and nothing once stopped, or while the user wants it to rest. */
  #run(job: () => Promise<void>): Promise<void> {
    return this.#serial.run(async () => {
      try {
        if (!this.#stop.signal.aborted && this.#state !== "paused") await job();
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        this.#scannedAtMs = Date.now() - RESCAN_MS + TRY_AGAIN_MS;
        throw error;
      }
    });
  }

  async #scan(): Promise<void> {
    const { db } = this.#options.reconciler;
    this.#scannedAtMs = Date.now();
    if (!(await this.#root.recognise())) return this.#goOffline();
    this.#setState("scanning");
    try {
      if (await this.#walk()) {
        setFolderRoot(db, this.folder.id, this.#root.known);
        if (this.#watcher) this.#rescanReason = undefined;
      } else await this.#goOffline();
    } finally {
      if (this.#state === "scanning" && !this.#stop.signal.aborted)
        this.#setState(this.#restingState());
    }
  }

  /** False where the root is not there any more. */
  async #walk(): Promise<boolean> {
    await this.#watch();
    this.#scanner.takeUnsettled();
    return (await this.#scanner.all()) && (await this.#settle());
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
    const before = this.#scanner.unreadableDirectories;
    if (!(await this.#scanner.directory(directory))) return this.#goOffline();
    this.#watchUnsettled();
    const now = this.#scanner.unreadableDirectories;
    if (before.some((name) => !now.includes(name))) this.#followAnew();
    else if (now.length > before.length) this.#options.onStateChanged();
  }

  /** What could not be read was not watched either. */
  #followAnew(): void {
    void this.#watcher?.[Symbol.asyncDispose]();
    this.#watcher = undefined;
    this.#inBackground(this.scan());
  }

  /** Has the directories reported again whose files are still being written. */
  #watchUnsettled(): void {
    for (const directory of this.#scanner.takeUnsettled()) {
      if (this.#watcher) this.#watcher.lookAgain(directory);
      else setTimeout(() => this.#inBackground(this.lookAgain(directory)), UNWATCHED_MS).unref();
    }
  }

  #restingState(): FolderState {
    if (!this.#options.live) return "unwatched";
    return this.#watcher ? "watching" : "rescan-only";
  }

  async #watch(): Promise<void> {
    if (!this.#options.live || this.#watcher) return;
    if (await this.#volumes.isNetwork(this.folder.path)) {
      this.#rescanReason = "network";
      return;
    }
    // Stopped meanwhile: nobody would close what is opened now, and the process could not end.
    if (this.#stop.signal.aborted) return;
    const reports: WatchReports = {
      dirty: (directory) => {
        const looked = this.lookAgain(directory);
        this.#inBackground(looked);
        return looked.catch(() => undefined); // Told there.
      },
      failed: (error) => {
        // Each directory that cannot be watched says so.
        if (this.#watcher === watcher) this.#stopWatching(error);
      },
    };
    const watcher = this.#openWatcher(reports);
    this.#watcher = watcher;
    // A change between the walk of a directory and the start of its watch is nobody's news: walk once more.
    this.#inBackground(
      watcher.ready.then(() => (this.#watcher === watcher ? this.scan() : undefined)),
    );
  }

  #openWatcher(reports: WatchReports): Watcher {
    const { openWatcher } = this.#options;
    return openWatcher
      ? openWatcher(this.folder.path, reports, this.#isIgnored)
      : new FolderWatcher(this.folder.path, reports, this.#isIgnored);
  }

  #stopWatching(error: unknown): void {
    log.warn(`${this.folder.path} cannot be watched; it is scanned now and then instead`, error);
    void this.#watcher?.[Symbol.asyncDispose]();
    this.#watcher = undefined;
    this.#rescanReason = toRescanReason(error);
    if (this.#state !== "offline" && this.#state !== "scanning") this.#setState("rescan-only");
  }

  /** A disk that went away keeps everything as it was; one that came back is walked. */
  async #checkRoot(nowMs: number): Promise<void> {
    if (this.#state === "offline") {
      if (await this.#root.recognise()) this.#inBackground(this.scan());
      else if (await this.#checkDenial()) return;
      else if (isOver(this.#searchedAtMs, SEARCH_MS, nowMs)) await this.#search(nowMs);
    } else if (!(await this.#root.isThere())) {
      await this.#goOffline();
      if (!this.#isDenied) await this.#search(nowMs);
    } else if (isOver(this.#scannedAtMs, RESCAN_MS, nowMs)) {
      this.#inBackground(this.scan());
    } else if (isOver(this.#triedAtMs, SEARCH_MS, nowMs)) {
      this.#triedAtMs = nowMs;
      if (await this.#canReadMore()) this.#followAnew();
    }
  }

  /** Whether the folder is there and may not be read, which is no reason to look for it elsewhere. */
  async #checkDenial(): Promise<boolean> {
    const isDenied = (await findReadTrouble(this.folder.path)) === "denied";
    if (isDenied !== this.#isDenied) {
      this.#isDenied = isDenied;
      this.#options.onStateChanged();
    }
    return isDenied;
  }

  async #canReadMore(): Promise<boolean> {
    for (const directory of this.#scanner.unreadableDirectories.slice(0, TRIED_AGAIN)) {
      if (!(await findReadTrouble(path.join(this.folder.path, directory)))) return true;
    }
    return false;
  }

  async #search(nowMs: number): Promise<void> {
    this.#searchedAtMs = nowMs;
    const last = { ...this.folder, ...this.#root.known };
    const found = await searchRoot(last, this.#sample(), this.#volumes);
    if (found?.path === this.#foundRoot?.path && found?.isSure === this.#foundRoot?.isSure) return;
    this.#foundRoot = found;
    this.#options.onStateChanged();
  }

  #sample() {
    return sampleFiles(this.#options.reconciler.db, this.folder.id, SAMPLE_FILES);
  }

  async #goOffline(): Promise<void> {
    const watcher = this.#watcher;
    this.#watcher = undefined;
    this.#foundRoot = undefined;
    this.#setState("offline");
    await this.#checkDenial();
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

/** Also when the clock was set back: then nobody knows. */
function isOver(sinceMs: number, periodMs: number, nowMs: number): boolean {
  return nowMs < sinceMs || nowMs - sinceMs >= periodMs;
}
