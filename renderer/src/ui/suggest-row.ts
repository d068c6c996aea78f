import type { Icon } from "./menu-item.ts";

/** A row under a text field. */
export interface SuggestRow {
  readonly key: string;
  readonly text: string;
  /** What a screen reader hears. */
  readonly name: string;
  readonly icon?: Icon;
  /** Quiet words after the text that tell it from others that are written alike. */
  readonly detail?: string;
  /** At the right: a count, a kind. */
  readonly note?: string;
  /** What it and its neighbours have in common: a small heading over the first of them. */
  readonly group?: string;
  /** The list's `onremove` takes it away. */
  readonly isRemovable?: boolean;
}
