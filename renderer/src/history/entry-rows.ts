/** @file Where the entries of the history and the days above them lie in the list, and which of them are seen. */
import type { JournalEntry } from "../../../electron/contract/journal.ts";

export interface DayRow {
  readonly kind: "day";
  /** Local day: `2026-11-21`. */
  readonly day: string;
  /** Some moment of it. */
  readonly atMs: number;
}

export interface EntryRow {
  readonly kind: "entry";
  readonly entry: JournalEntry;
}

export type HistoryRow = (DayRow | EntryRow) & Place;

export interface Place {
  readonly topPx: number;
  readonly heightPx: number;
}

/** Heights in pixels: one line more where an entry tells why it is final. */
export interface RowHeights {
  readonly day: number;
  readonly entry: number;
  readonly finalEntry: number;
}

export interface HistoryRows {
  readonly rows: readonly HistoryRow[];
  readonly heightPx: number;
}

/** Entries, newest first, each day of them under its name. */
export function toRows(entries: readonly JournalEntry[], heights: RowHeights): HistoryRows {
  const rows: HistoryRow[] = [];
  let topPx = 0;
  let lastDay = "";
  const put = (row: DayRow | EntryRow, heightPx: number): void => {
    rows.push({ ...row, topPx, heightPx });
    topPx += heightPx;
  };
  for (const entry of entries) {
    const day = localDay(entry.atMs);
    if (day !== lastDay) put({ kind: "day", day, atMs: entry.atMs }, heights.day);
    lastDay = day;
    put({ kind: "entry", entry }, entry.finalBecause === null ? heights.entry : heights.finalEntry);
  }
  return { rows, heightPx: topPx };
}

/** From the first row that reaches below `topPx` to the one after the last that begins above `bottomPx`. */
export function rowsBetween(
  rows: readonly HistoryRow[],
  topPx: number,
  bottomPx: number,
): { readonly start: number; readonly end: number } {
  return {
    start: firstWhere(rows, (row) => row.topPx + row.heightPx > topPx),
    end: firstWhere(rows, (row) => row.topPx >= bottomPx),
  };
}

/** The entry above or below another; the same one at the end of the list. */
export function entryBeside(
  rows: readonly HistoryRow[],
  entry: JournalEntry["id"] | undefined,
  step: number,
): JournalEntry | undefined {
  const entries = rows.flatMap((row) => (row.kind === "entry" ? [row.entry] : []));
  const at = entries.findIndex(({ id }) => id === entry);
  if (at < 0) return entries[0];
  return entries[Math.min(entries.length - 1, Math.max(0, at + step))];
}

/** `2026-11-21`, where the user is. */
export function localDay(atMs: number): string {
  const at = new Date(atMs);
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** The rows lie one below the other, so what is true of one is true of all after it. */
function firstWhere(rows: readonly HistoryRow[], isTrue: (row: HistoryRow) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(rows[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
