import path from "node:path";
import { watch, type FSWatcher } from "chokidar";
import { log } from "../support/log.ts";
import { relativeInside, type IsIgnored } from "./ignored-paths.ts";

/** Long enough to gather one save; short enough to feel immediate. */
const QUIET_MS = 300;

/** A long copy keeps its directory busy; what has arrived so far is looked at this often. */
const MAX_WAIT_MS = 1000;

/** A large directory in which something changes all the time is read for a quarter of the time at most. */
const REST = 3;

/** Calls that fail for a directory itself, where others fail for what is in it; which one meets the trouble first is chance. */
const OF_A_DIRECTORY = new Set(["watch", "scandir", "opendir"]);

/** What following a folder needs of a watcher. */
export type Watcher = AsyncDisposable & Pick<FolderWatcher, "ready" | "lookAgain">;

export interface WatchReports {
  /** Something changed directly inside this directory (relative, '/' between parts); look again. Resolves when that was done. */
  dirty(directory: string): Promise<void>;
  /** Watching can no longer be trusted: the caller falls back to rescanning and says so. */
  failed(error: unknown): void;
}

/**
 * Reports directories in which something changed, once they have been quiet for {@link QUIET_MS}.
 *
 * [Note: Dirty directories] An event says only *look here*, never *what happened*: chokidar pairs no renames,
 * editors save by deleting and re-creating, and events can be lost or doubled. Rescanning a directory is
 * idempotent, so a wrong event costs a directory read and a lost one is mended by the next scan. What changed
 * while we were not running is the scan's job, so chokidar's initial flood of "add" is switched off.
 *
 * A directory is never reported while it is being looked at: reading a large one takes longer than it stays quiet while our own XMP
 * files are written into it, and looks would pile up. What changes meanwhile is one more look afterwards.
 */
export class FolderWatcher implements AsyncDisposable {
  /** Resolves when changes are being reported. */
  readonly ready: Promise<void>;
  readonly #watcher: FSWatcher;
  readonly #folder: string;
  readonly #reports: WatchReports;
  readonly #waiting = new Map<string, Waiting>();
  /** Directories that are being looked at, and whether something has changed there since that began. */
  readonly #looking = new Map<string, boolean>();
  #isClosed = false;

  constructor(folder: string, reports: WatchReports, isIgnored: IsIgnored) {
    this.#folder = folder;
    this.#reports = reports;
    this.#watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      // Never the recursive backend on Linux: it takes an inotify watch for each file instead of each directory.
      backend: process.platform === "linux" ? "native" : "auto",
      // Asked with and without knowing what is there; not knowing, it may be a file.
      ignored: (name, stats) => {
        const relative = relativeInside(folder, name);
        return relative !== undefined && isIgnored(relative, stats?.isDirectory() ?? false);
      },
    })
      .on("all", (_event, name) => this.#mark(this.#relative(path.dirname(name))))
      .on("error", (error) => this.#fail(error));
    this.ready = new Promise((resolve) => this.#watcher.once("ready", () => resolve()));
  }

  /** Reports the directory again after the quiet time: for a file that is still being written. */
  lookAgain(directory: string): void {
    this.#mark(directory);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await this.#watcher.close();
  }

  /** What may not be read may not be watched either: a look at it says so, and the rest is watched as ever. */
  #fail(error: unknown): void {
    if (!isOfOnePath(error)) {
      this.#reports.failed(error);
      return;
    }
    log.warn(`a part of ${this.#folder} cannot be watched`, error);
    if (error.path === undefined) return;
    this.#mark(this.#relative(path.dirname(error.path)));
    if (OF_A_DIRECTORY.has(error.syscall ?? "")) this.#mark(this.#relative(error.path));
  }

  #relative(directory: string): string {
    // An event of the root itself belongs to the root, not to what is above it.
    return relativeInside(this.#folder, directory) ?? "";
  }

  #mark(directory: string, restMs = 0): void {
    if (this.#isClosed) return;
    if (this.#looking.has(directory)) {
      this.#looking.set(directory, true);
      return;
    }
    const nowMs = performance.now();
    const earlier = this.#waiting.get(directory);
    if (earlier) clearTimeout(earlier.timer);
    const { sinceMs, notBeforeMs } = earlier ?? { sinceMs: nowMs, notBeforeMs: nowMs + restMs };
    const quietMs = Math.min(nowMs + QUIET_MS, sinceMs + MAX_WAIT_MS);
    const waitMs = Math.max(0, quietMs - nowMs, notBeforeMs - nowMs);
    const timer = setTimeout(() => void this.#look(directory), waitMs);
    this.#waiting.set(directory, { timer, sinceMs, notBeforeMs });
  }

  async #look(directory: string): Promise<void> {
    this.#waiting.delete(directory);
    this.#looking.set(directory, false);
    const startedMs = performance.now();
    await this.#reports.dirty(directory);
    const hasChanged = this.#looking.get(directory);
    this.#looking.delete(directory);
    if (hasChanged) this.#mark(directory, REST * (performance.now() - startedMs));
  }
}

/** Times of performance.now(). */
interface Waiting {
  readonly timer: NodeJS.Timeout;
  /** Of the first change that was not looked at. */
  readonly sinceMs: number;
  readonly notBeforeMs: number;
}

function isOfOnePath(error: unknown): error is NodeJS.ErrnoException {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return ["EACCES", "EPERM", "ELOOP", "ENAMETOOLONG"].includes(String(code));
}
