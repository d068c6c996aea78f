import { expect, test } from "vitest";
import type { JournalEntry } from "../../../electron/contract/journal.ts";
import { entryBeside, rowsBetween, toRows } from "../../../renderer/src/history/entry-rows.ts";
import { describeDay, describeEntry } from "../../../renderer/src/history/entry-text.ts";

const heights = { day: 40, entry: 50, finalEntry: 60 };

function entry(id: number, at: Date, more: Partial<JournalEntry> = {}): JournalEntry {
  const rest = { origin: "user", isUndone: false, photos: 1 } as const;
  const told = { told: null, finalBecause: null, finalTold: null };
  return { id, atMs: at.getTime(), sentence: `Did ${id}`, ...told, ...rest, ...more };
}

/** Local times, as the user's clock has them. */
const evening = new Date(2026, 10, 21, 23, 59);
const noon = new Date(2026, 10, 21, 12, 0);
const dayBefore = new Date(2026, 10, 20, 0, 1);
const entries = [
  entry(9, evening),
  entry(7, noon, { finalBecause: "The files are in the trash." }),
  entry(4, dayBefore),
];

test("entries lie below the name of their day, and one that tells why it is final is taller", () => {
  const { rows, heightPx } = toRows(entries, heights);

  const places = rows.map((row) => [row.kind === "day" ? row.day : row.entry.id, row.topPx]);
  expect(places).toEqual([
    ["2026-11-21", 0],
    [9, 40],
    [7, 90],
    ["2026-11-20", 150],
    [4, 190],
  ]);
  expect(heightPx).toBe(240);
});

test("only rows that reach into the window are drawn", () => {
  const { rows } = toRows(entries, heights);

  expect(rowsBetween(rows, 0, 41)).toEqual({ start: 0, end: 2 });
  expect(rowsBetween(rows, 40, 90)).toEqual({ start: 1, end: 2 });
  expect(rowsBetween(rows, 100, 10_000)).toEqual({ start: 2, end: 5 });
  expect(rowsBetween([], 0, 100)).toEqual({ start: 0, end: 0 });
});

test("arrow keys walk along the entries, over the days, and stop at the ends", () => {
  const { rows } = toRows(entries, heights);
  const step = (from: number | undefined, by: number) => entryBeside(rows, from, by)?.id;

  expect([step(9, 1), step(7, 1), step(4, 1)]).toEqual([7, 4, 4]);
  expect([step(4, -1), step(9, -1), step(9, Infinity), step(4, -Infinity)]).toEqual([7, 9, 4, 9]);
  expect(step(undefined, 1)).toBe(9);
  expect(entryBeside([], 9, 1)).toBeUndefined();
});

test("days have the names that people use for them", () => {
  const now = new Date(2026, 10, 21, 8).getTime();
  const name = (at: Date, day: string) => describeDay(day, at.getTime(), now);

  expect(name(evening, "2026-11-21")).toBe("Today");
  expect(name(dayBefore, "2026-11-20")).toBe("Yesterday");
  expect(name(new Date(2026, 10, 19), "2026-11-19")).toBe("Thursday, November 19, 2026");
});

test("yesterday is yesterday also on the day after the clocks changed", () => {
  const shortly = new Date(2026, 2, 30, 0, 30).getTime();

  expect(describeDay("2026-03-29", new Date(2026, 2, 29, 20).getTime(), shortly)).toBe("Yesterday");
});

test("an entry says when, who, and whether it holds", () => {
  expect(describeEntry(entries[0]!)).toBe("23:59 · You");
  expect(describeEntry({ ...entries[0]!, isUndone: true, origin: "disk" })).toBe(
    "23:59 · By itself · Undone",
  );
  expect(describeEntry(entries[1]!)).toBe("12:00 · You · Cannot be undone");
});
