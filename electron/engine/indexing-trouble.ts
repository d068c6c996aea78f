import { LibraryError, toWireError, type WireError } from "../contract/errors.ts";
import { isDiskFull } from "./support/disk-full.ts";
import type { NoticeBoard } from "./notice-board.ts";

/** Soon enough after somebody made room on the disk, and rare enough not to be felt. */
const TRY_AGAIN_MS = 15_000;

export interface IndexingTroubleOptions {
  readonly notices: NoticeBoard;
  /** Absent where whoever asked is told at once and may ask again. */
  readonly tryAgain?: () => void;
  /** What could not be written down meanwhile is looked for again. */
  readonly onOver: () => void;
}

/** Says what keeps indexing from going on, such as a full disk, and tries again until it does. */
export class IndexingTrouble implements Disposable {
  readonly #options: IndexingTroubleOptions;
  #timer: NodeJS.Timeout | undefined;
  #isOver = true;

  constructor(options: IndexingTroubleOptions) {
    this.#options = options;
  }

  began(reason: unknown): void {
    const { notices, tryAgain } = this.#options;
    this.#isOver = false;
    notices.put({ kind: "indexing-stopped", ...toReason(reason) });
    if (!tryAgain) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(tryAgain, TRY_AGAIN_MS);
  }

  /** A photo came to the end of its walk, and the next one may begin. */
  passed(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this[Symbol.dispose]();
    this.#options.notices.remove("indexing-stopped");
    this.#options.onOver();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}

function toReason(reason: unknown): WireError {
  if (!(reason instanceof LibraryError) && isDiskFull(reason))
    return { code: "disk-full", message: "the disk with the library is full" };
  return toWireError(reason);
}
