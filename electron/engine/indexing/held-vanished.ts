import { setImmediate as nextTurn } from "node:timers/promises";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { inBackground } from "../support/in-background.ts";
import { MOVE_WINDOW_MS } from "./identity.ts";

/** A few milliseconds of work between which questions are answered. */
const AT_ONCE = 50;

export interface HeldVanishedOptions {
  readonly db: Database;
  /** Looks for the file of a missing photo elsewhere. */
  readonly find: (id: PhotoId) => void;
  /** How long a photo is held; 0 where the disk is looked at only once, and then until {@link HeldVanished.release}. */
  readonly graceMs: number;
}

/**
 * Photos that have just vanished. They are looked for elsewhere once they are not back in a moment, see [Note: Grace], and
 * not before a scan that is under way has seen where they may have been renamed to.
 */
export class HeldVanished implements Disposable {
  readonly graceMs: number;
  readonly #options: HeldVanishedOptions;
  readonly #held = new Set<PhotoId>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: HeldVanishedOptions) {
    this.#options = options;
    this.graceMs = options.graceMs;
    // What had just vanished when the last run ended.
    const sinceMs = Date.now() - MOVE_WINDOW_MS;
    const sql = "SELECT id FROM photo WHERE missing_since_ms > ?";
    for (const { id } of options.db.all<{ id: PhotoId }>(sql, [sinceMs])) this.hold(id);
  }

  hold(id: PhotoId): void {
    this.#held.add(id);
    if (this.graceMs === 0 || this.#isStopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      inBackground("look for vanished photos", this.release());
    }, this.graceMs);
    this.#timer.unref();
  }

  /** Looks for those whose moment is over. */
  async release(): Promise<void> {
    const ids = [...this.#held];
    this.#held.clear();
    for (const [index, id] of ids.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
      if (this.#isStopped) return;
      const sinceMs = this.#missingSince(id);
      if (sinceMs === undefined) continue;
      if (sinceMs > Date.now() - this.graceMs) this.hold(id);
      else this.#options.find(id);
    }
  }

  [Symbol.dispose](): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #missingSince(id: PhotoId): number | undefined {
    const sql = "SELECT missing_since_ms AS sinceMs FROM photo WHERE id = ?";
    return this.#options.db.get<{ sinceMs: number | null }>(sql, [id])?.sinceMs ?? undefined;
  }
}
