import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { FolderState } from "../../contract/folder.ts";
import { setFolderDevice, type FolderRow } from "../catalog/folders.ts";
import { listDirectories, listDirectory } from "../catalog/photos.ts";
import { log } from "../support/log.ts";
import { Serial } from "../support/serial.ts";
import { FolderWatcher } from "../watching/folder-watcher.ts";
import { readDirectory, type DirectoryListing } from "../watching/read-directory.ts";
import { walkFolder } from "../watching/walk-folder.ts";
import { holdUnsettled } from "./hold-unsettled.ts";
import { reconcileDirectory, type Reconciler } from "./reconcile.ts";

/** What a lost event would hide is found by this walk; also all there is where changes are not reported. */
const RESCAN_MS = 2 * 60 * 60 * 1000;

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
    this.#setState("scanning");
    this.#watch();
    const isWhole = await this.#walk(
      "",
      new Set(listDirectories(this.#options.reconciler.db, this.folder.id)),
    );
    if (this.#isStopped()) return;
    if (!isWhole) return this.#goOffline();
    this.#device = device;
    setFolderDevice(this.#options.reconciler.db, this.folder.id, device);
    this.#setState(this.#restingState());
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
        await this.#reconcile(directory, listing);
      }
    } catch (error) {
      if (this.#isStopped()) return false;
      throw error;
    }
    if ((await this.#rootDevice()) === undefined) return false;
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
      if ((await this.#rootDevice()) === undefined) return this.#goOffline();
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
    await this.#reconcile(directory, listing);
    const present = new Set(listing.subdirectories);
    for (const name of known.filter((other) => other !== directory)) {
      const first = name.slice(directory === "" ? 0 : directory.length + 1).split("/")[0]!;
      if (!present.has(first)) await reconcileDirectory(reconciler, this.#place(name), []);
    }
  }

  async #reconcile(directory: string, listing: DirectoryListing): Promise<void> {
    const { reconciler, onFound } = this.#options;
    let files = listing.files;
    if (this.#watcher) {
      const readEntries = () => listDirectory(reconciler.db, this.folder.id, directory);
      const settled = holdUnsettled(files, readEntries, Date.now() * 1000);
      if (settled.held) this.#watcher.lookAgain(directory);
      files = settled.files;
    }
    const plan = await reconcileDirectory(reconciler, this.#place(directory), files);
    if (plan.added.length + plan.changed.length + plan.returned.length > 0) onFound();
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
    const isThere = (await this.#rootDevice()) !== undefined;
    if (!isThere && this.#state !== "offline") return this.#goOffline();
    if (isThere && this.#state === "offline") void this.scan();
  }

  async #goOffline(): Promise<void> {
    const watcher = this.#watcher;
    this.#watcher = undefined;
    this.#setState("offline");
    await watcher?.[Symbol.asyncDispose]();
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
