/** @file What the window remembers on this computer. Losing it costs nothing but habits. */

import type { LanguageChoice } from "../../../electron/contract/language.ts";
import type { GridOrders } from "./photos/photo-order.ts";
import type { Surround } from "./surround.ts";
import type { TileMarks } from "./tile-marks.ts";

/** Eight are long enough to read two sentences and reach the button. */
export const noticeSeconds = [8, 20, 0] as const;
export type NoticeSeconds = (typeof noticeSeconds)[number];

export interface Preferences {
  readonly theme: "system" | "light" | "dark";
  /** Absent, like "system", where the system says which. */
  readonly language?: LanguageChoice;
  readonly isSidebarOpen: boolean;
  readonly isDetailOpen: boolean;
  /** Absent until they were opened once. */
  readonly isFilterOpen?: boolean;
  /** Widths of panels in CSS pixels; absent until the user dragged them. */
  readonly sidebarPx?: number;
  readonly detailPx?: number;
  /** Orders of the grid that the user chose, by kind of query. */
  readonly orders?: GridOrders;
  /** Height of a row of photos in CSS pixels, or two photos to each; absent until the user chose. */
  readonly rowSize?: number | "two-per-row";
  /** Absent until the user chose. */
  readonly tileMarks?: TileMarks;
  /** Around a photo in the viewer; absent until the user chose one. */
  readonly surround?: Surround;
  /** The same where photos are compared and culled. */
  readonly judgingSurround?: Surround;
  /** Letters, digits and signs are keys of their own in the grid and the viewer. */
  readonly hasSingleKeys: boolean;
  /** Keys that the user chose instead of the usual ones, by command; absent while there are none. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** How long a notice stays; 0 until it is dismissed, absent until the user chose. */
  readonly noticeSeconds?: NoticeSeconds;
  /** For each photo of a slideshow; absent until the user chose it. */
  readonly slideSeconds?: number;
}

const KEY = "semblance.preferences";
const defaults: Preferences = {
  theme: "system",
  isSidebarOpen: true,
  isDetailOpen: false,
  hasSingleKeys: true,
};

export function loadPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { ...defaults, ...(typeof stored === "object" ? stored : {}) };
  } catch {
    // Unreadable habits are worth no more than none.
    return defaults;
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is full or switched off; the window works without it.
  }
}
