import path from "node:path";
import { watch, type FSWatcher } from "chokidar";
import { isIgnoredName } from "./ignored-names.ts";

/** Long enough to gather one save; short enough to feel immediate. */
const QUIET_MS = 300;

/** A long copy keeps its directory busy; what has arrived so far is looked at this often. */
const MAX_WAIT_MS = 1000;

export interface WatchReports {
  /** Something changed directly inside this directory (relative, '/' between parts); look again. */
  dirty(directory: string): void;
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
 */
export class FolderWatcher implements AsyncDisposable {
  /** Resolves when changes are being reported. */
  readonly ready: Promise<void>;
  readonly #watcher: FSWatcher;
  readonly #folder: string;
  readonly #reports: WatchReports;
  readonly #waiting = new Map<string, { timer: NodeJS.Timeout; readonly sinceMs: number }>();

  /** `leaveOut` is the absolute path of a directory that is not to be watched. */
  constructor(folder: string, reports: WatchReports, leaveOut?: string) {
    this.#folder = folder;
    this.#reports = reports;
    this.#watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      // Never the recursive backend on Linux: it takes an inotify watch for each file instead of each directory.
      backend: process.platform === "linux" ? "native" : "auto",
      ignored: (name) =>
        name !== folder && (name === leaveOut || isIgnoredName(path.basename(name))),
    })
      .on("all", (_event, name) => this.#mark(this.#relative(path.dirname(name))))
      .on("error", (error) => this.#reports.failed(error));
    this.ready = new Promise((resolve) => this.#watcher.once("ready", () => resolve()));
  }

  /** Reports the directory again after the quiet time: for a file that is still being written. */
  lookAgain(directory: string): void {
    this.#mark(directory);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await this.#watcher.close();
  }

  #relative(directory: string): string {
    const relative = path.relative(this.#folder, directory).replaceAll(path.sep, "/");
    // An event of the root itself belongs to the root, not to what is above it.
    return relative.startsWith("..") ? "" : relative;
  }

  #mark(directory: string): void {
    const nowMs = Date.now();
    const earlier = this.#waiting.get(directory);
    if (earlier) clearTimeout(earlier.timer);
    const sinceMs = earlier?.sinceMs ?? nowMs;
    const waitMs = Math.max(0, Math.min(QUIET_MS, sinceMs + MAX_WAIT_MS - nowMs));
    const timer = setTimeout(() => {
      this.#waiting.delete(directory);
      this.#reports.dirty(directory);
    }, waitMs);
    this.#waiting.set(directory, { timer, sinceMs });
  }
}
