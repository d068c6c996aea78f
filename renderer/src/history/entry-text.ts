import type { JournalEntry } from "../../../electron/contract/journal.ts";
import { capitalised, formatClock, formatDayName } from "../messages/format.ts";
import { say } from "../messages/say.ts";
import { localDay } from "./entry-rows.ts";

/** "Today", "Yesterday", "Thursday, November 19, 2026". */
export function describeDay(day: string, atMs: number, nowMs: number): string {
  if (day === localDay(nowMs)) return say("history.today");
  if (day === dayBefore(nowMs)) return say("history.yesterday");
  return capitalised(formatDayName(atMs));
}

/** "14:03 · You · Undone": when, who, and whether it still holds. */
export function describeEntry({ atMs, origin, isUndone, finalBecause }: JournalEntry): string {
  return [
    formatClock(atMs),
    say(origin === "user" ? "history.by.user" : "history.by.disk"),
    ...(isUndone ? [say("history.state.undone")] : []),
    ...(finalBecause === null ? [] : [say("history.state.final")]),
  ].join(" · ");
}

/** By the calendar: a day may have 23 or 25 hours. */
function dayBefore(nowMs: number): string {
  const at = new Date(nowMs);
  return localDay(at.setDate(at.getDate() - 1));
}
