import type { TextOptions } from "./photo-text.ts";

/** How an edit of many photos is written. */
export interface EditOptions extends TextOptions {
  /** Goes on with this entry of the history, which is the same edit of other photos; without it, the edit is an entry of its own. */
  readonly entry?: number | undefined;
}
