import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { FolderState } from "../../contract/folder.ts";
import { setFolderDevice, type FolderRow } from "../catalog/folders.ts";
import { listDirectories, listDirectory } from "../catalog/photos.ts";
import { log } from "../support/log.ts";
import { Serial } from "../support/serial.ts";
import { FolderWatcher } from "../watching/folder-watcher.ts";
import {
  readDirectory,
  type DirectoryListing,
  type FoundFile,
} from "../watching/read-directory.ts";
import { walkFolder } from "../watching/walk-folder.ts";
import { holdUnsettled } from "./hold-unsettled.ts";
import { reconcileDirectory, type Reconciler } from "./reconcile.ts";

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

/** Keeps one folder's entries in step with the disk. */
export class FolderFollower implements AsyncDisposable {
  readonly folder: FolderRow;
  readonly #options: FollowOptions;
  readonly #serial = new Serial();
  readonly #stop = new AbortController();
  /** Directories with files that were being written when they were last looked at. */
  readonly #unsettled = new Set<string>();
  #state: FolderState;
  #device: string | null;
  #watcher: FolderWatcher | undefined;
  #timers: NodeJS.Timeout[] = [];

  constructor(folder: FolderRow, options: FollowOptions) {
    this.folder = folder;
    this.#options = options;
    this.#device = folder.device;
    this.#state = existsSync(folder.path) ? "unwatched" : "offline";
    if (!options.live) return;
    this.#timers = [
      setInterval(() => void this.scan(), RESCAN_MS),
      setInterval(() => void this.#serial.run(() => this.#checkRoot()), ROOT_CHECK_MS),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  get state(): FolderState {
    return this.#state;
  }

  /** Walks the whole folder; resolves when every difference is in the catalog. */
  scan(): Promise<void> {
    return this.#serial.run(() => this.#scan());
  }

  /** Looks at one directory again, after everything that was asked for before. */
  lookAgain(directory: string): Promise<void> {
    return this.#serial.run(() => this.#lookAgain(directory));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#watcher?.[Symbol.asyncDispose]();
    await this.#serial.settled();
  }

  async #scan(): Promise<void> {
    if (this.#isStopped()) return;
    const device = await this.#rootDevice();
    if (device === undefined || (await this.#isUnmounted(device))) return this.#goOffline();
    this.#device = device;
    this.#unsettled.clear();
    this.#setState("scanning");
    this.#watch();
    const isWhole = await this.#walk(
      "",
      new Set(listDirectories(this.#options.reconciler.db, this.folder.id)),
    );
    if (this.#isStopped()) return;
    if (!isWhole) return this.#goOffline();
    await this.#settle();
    if (this.#isStopped() || this.#state === "offline") return;
    setFolderDevice(this.#options.reconciler.db, this.folder.id, device);
    this.#setState(this.#restingState());
  }

  /** What was being written while the scan passed is part of what it finds, if it comes to rest soon. */
  async #settle(): Promise<void> {
    for (let tries = 0; tries < SETTLE_TRIES && this.#unsettled.size > 0; tries++) {
      await delay(SETTLE_MS, undefined, { signal: this.#stop.signal }).catch(() => {
        // Stopped: looking again does nothing then.
      });
      const directories = [...this.#unsettled];
      this.#unsettled.clear();
      for (const directory of directories) await this.#lookAgain(directory);
    }
  }

  #restingState(): FolderState {
    if (!this.#options.live) return "unwatched";
    return this.#watcher ? "watching" : "rescan-only";
  }

  /**
   * Reconciles everything at and below `from`; directories of `expected` that are no longer there lose their
   * photos. False when the root went away meanwhile: then nothing is lost.
   */
  async #walk(from: string, expected: Set<string>): Promise<boolean> {
    const { reconciler, isPhotoName, libraryFolder } = this.#options;
    const options = { isPhotoName, from, leaveOut: libraryFolder, signal: this.#stop.signal };
    try {
      for await (const { directory, listing } of walkFolder(this.folder.path, options)) {
        if (!listing) {
          for (const name of expected) if (isAtOrBelow(name, directory)) expected.delete(name);
          if (directory === "") return false;
          continue;
        }
        expected.delete(directory);
        if (!(await this.#reconcile(directory, listing))) return false;
      }
    } catch (error) {
      if (this.#isStopped()) return false;
      throw error;
    }
    if (!(await this.#isRootThere())) return false;
    for (const directory of expected)
      await reconcileDirectory(reconciler, this.#place(directory), []);
    return true;
  }

  async #lookAgain(directory: string): Promise<void> {
    if (this.#isStopped() || this.#state === "offline") return;
    const { reconciler, isPhotoName } = this.#options;
    let listing: DirectoryListing | undefined;
    try {
      listing = await readDirectory(path.join(this.folder.path, directory), isPhotoName);
    } catch (error) {
      log.warn(
        `could not read ${path.join(this.folder.path, directory)}; its photos stay as they were`,
        error,
      );
      return;
    }
    if (!listing) {
      if (!(await this.#isRootThere())) return this.#goOffline();
      for (const gone of listDirectories(reconciler.db, this.folder.id, directory)) {
        await reconcileDirectory(reconciler, this.#place(gone), []);
      }
      return;
    }
    const known = listDirectories(reconciler.db, this.folder.id, directory);
    for (const name of listing.subdirectories) {
      const inside = directory === "" ? name : `${directory}/${name}`;
      if (!known.some((other) => isAtOrBelow(other, inside))) await this.#walk(inside, new Set());
    }
    if (!(await this.#reconcile(directory, listing))) return this.#goOffline();
    const present = new Set(listing.subdirectories);
    for (const name of known.filter((other) => other !== directory)) {
      const first = name.slice(directory === "" ? 0 : directory.length + 1).split("/")[0]!;
      if (!present.has(first)) await reconcileDirectory(reconciler, this.#place(name), []);
    }
  }

  /**
   * False, and nothing changed, when the root went away while the directory was being read: what a vanishing
   * disk still lists is empty, and would lose every photo.
   */
  async #reconcile(directory: string, listing: DirectoryListing): Promise<boolean> {
    if (!(await this.#isRootThere())) return false;
    const { reconciler, onFound } = this.#options;
    const files = this.#watcher ? this.#settled(directory, listing.files) : listing.files;
    const plan = await reconcileDirectory(reconciler, this.#place(directory), files);
    if (plan.added.length + plan.changed.length + plan.returned.length > 0) onFound();
    return true;
  }

  /** Without the files that are being written just now; the directory is looked at again for them. */
  #settled(directory: string, files: readonly FoundFile[]): readonly FoundFile[] {
    const readEntries = () => listDirectory(this.#options.reconciler.db, this.folder.id, directory);
    const settled = holdUnsettled(files, readEntries, Date.now() * 1000);
    if (settled.held) {
      this.#unsettled.add(directory);
      this.#watcher?.lookAgain(directory);
    }
    return settled.files;
  }

  #place(directory: string) {
    return { folderId: this.folder.id, folderPath: this.folder.path, directory };
  }

  #watch(): void {
    if (!this.#options.live || this.#watcher) return;
    const watcher = new FolderWatcher(
      this.folder.path,
      {
        dirty: (directory) => void this.lookAgain(directory),
        failed: (error) => this.#stopWatching(error),
      },
      this.#options.libraryFolder,
    );
    this.#watcher = watcher;
    // A change between the walk of a directory and the start of its watch is nobody's news: walk once more.
    void watcher.ready.then(() => (this.#watcher === watcher ? this.scan() : undefined));
  }

  #stopWatching(error: unknown): void {
    log.warn(
      `changes in ${this.folder.path} cannot be watched; it is scanned now and then instead`,
      error,
    );
    void this.#watcher?.[Symbol.asyncDispose]();
    this.#watcher = undefined;
    if (this.#state !== "offline") this.#setState("rescan-only");
  }

  /** A disk that went away keeps everything as it was; one that came back is walked. */
  async #checkRoot(): Promise<void> {
    if (this.#isStopped()) return;
    const isThere = await this.#isRootThere();
    if (!isThere && this.#state !== "offline") return this.#goOffline();
    if (this.#state === "offline" && (await this.#rootDevice()) !== undefined) void this.scan();
  }

  async #goOffline(): Promise<void> {
    const watcher = this.#watcher;
    this.#watcher = undefined;
    this.#setState("offline");
    await watcher?.[Symbol.asyncDispose]();
  }

  /** The root, and not the empty mount point that an unmounted disk leaves. */
  async #isRootThere(): Promise<boolean> {
    const device = await this.#rootDevice();
    return device !== undefined && (this.#device === null || device === this.#device);
  }

  async #rootDevice(): Promise<string | undefined> {
    try {
      const stats = await stat(this.folder.path, { bigint: true });
      return stats.isDirectory() ? String(stats.dev) : undefined;
    } catch {
      return undefined; // Whatever the reason, the folder cannot be reached now.
    }
  }

  /** An unmounted disk leaves its mount point: an empty folder on another device than before. */
  async #isUnmounted(device: string): Promise<boolean> {
    if (this.#device === null || this.#device === device) return false;
    for await (const { listing } of walkFolder(this.folder.path, {
      isPhotoName: this.#options.isPhotoName,
    })) {
      if (listing && listing.files.length > 0) return false;
    }
    return true;
  }

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  #setState(state: FolderState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onStateChanged();
  }
}

function isAtOrBelow(directory: string, other: string): boolean {
  return other === "" || directory === other || directory.startsWith(`${other}/`);
}
