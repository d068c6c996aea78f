import type { LibraryNotice } from "../contract/library.ts";
import { LibraryError, toWireError, type WireError } from "../contract/errors.ts";
import { isDiskFull } from "./support/disk-full.ts";
import type { NoticeBoard } from "./notice-board.ts";

/** Soon enough after somebody made room on the disk, and rare enough not to be felt. */
const TRY_AGAIN_MS = 15_000;

export interface IndexingTroubleOptions {
  readonly notices: Pick<NoticeBoard, "put" | "remove">;
  /** What reads the photos was given up; with the photo that it was at, where that is known. */
  readonly readerStopped: () => Extract<LibraryNotice, { kind: "reader-stopped" }> | undefined;
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
    const { notices, readerStopped, tryAgain } = this.#options;
    this.#isOver = false;
    const stopped = readerStopped();
    notices.put(stopped ?? { kind: "indexing-stopped", ...toReason(reason) });
    // Trying again by itself would only come to the same end.
    if (!tryAgain || stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(tryAgain, TRY_AGAIN_MS);
  }

  /** A photo came to the end of its walk, and the next one may begin. */
  passed(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this[Symbol.dispose]();
    for (const kind of ["indexing-stopped", "reader-stopped"] as const)
      this.#options.notices.remove(kind);
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
