import type { JournalEntry, JournalPage } from "../../electron/contract/journal.ts";
import type { RequestInput } from "../../electron/contract/requests.ts";

const NEWEST = Date.UTC(2026, 10, 20, 12);
/** Some forty entries a day. */
const BETWEEN_MS = 2_160_000;

/** Invented entries, newest first. */
export function inventHistory(count: number): JournalEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    id: count - at,
    atMs: NEWEST - at * BETWEEN_MS,
    origin: at % 5 === 4 ? "disk" : "user",
    sentence: `Added the tag Day ${count - at} to 3 photos`,
    told: null,
    photos: 3,
    isUndone: at % 11 === 6,
    finalBecause:
      at % 17 === 9 ? "The files are in the trash of your system: put them back from there." : null,
    finalTold: null,
  }));
}

export function historyPage(
  history: readonly JournalEntry[],
  { before, limit, origin, text = "" }: RequestInput<"history.list">,
): JournalPage {
  const entries = history.filter(
    (entry) =>
      (before === undefined || entry.id < before) &&
      (origin === undefined || entry.origin === origin) &&
      entry.sentence.toLowerCase().includes(text.toLowerCase()),
  );
  const page = entries.slice(0, limit);
  return { entries: page, next: entries.length > limit ? page.at(-1)!.id : null };
}
