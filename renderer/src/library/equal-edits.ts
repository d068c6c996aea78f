import type { Notice, Notices } from "./notices.svelte.ts";
import type { Sent } from "./send-in-parts.ts";

/** Equal edits that follow each other within this are told, and taken back, as one. */
const IN_A_ROW_MS = 2_000;
/** An edit of more photos is one of its own, which can be cancelled. */
const MOST_PHOTOS = 1_000;

interface Told {
  readonly kind: string;
  readonly sent: Sent;
  readonly notice: Notice;
  readonly atMs: number;
}

/**
 * Equal edits in a row, such as three photos that are picked one after the other: they are one entry of the history, one toast and one undo.
 * Whatever else is told in between ends the row.
 */
export class EqualEdits {
  readonly #notices: Pick<Notices, "current">;
  readonly #nowMs: () => number;
  #last: Told | undefined;

  constructor(notices: Pick<Notices, "current">, nowMs: () => number = () => performance.now()) {
    this.#notices = notices;
    this.#nowMs = nowMs;
  }

  /** What was done by the equal edits just before this one; `kind` is the same for equal edits. */
  before(kind: string, photos: number): Sent {
    const last = this.#last;
    const isInARow =
      last?.kind === kind &&
      photos <= MOST_PHOTOS &&
      this.#nowMs() - last.atMs <= IN_A_ROW_MS &&
      this.#notices.current === last.notice;
    return isInARow ? last.sent : { changed: 0, entries: [] };
  }

  /** All of the row was told just now. */
  told(kind: string, sent: Sent): void {
    const notice = this.#notices.current;
    const isOne = notice !== undefined && sent.entries.length === 1;
    this.#last = isOne ? { kind, sent, notice, atMs: this.#nowMs() } : undefined;
  }
}
