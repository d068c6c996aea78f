import type { TimeRange } from "./query.ts";

const DAY_MS = 86_400_000;

/** The contrary of parseDates: the shortest text of a time from the beginning of a day to the end of one. */
export function printDates({ fromMs, untilMs }: TimeRange): string {
  const first = fromMs === undefined ? "" : toDay(fromMs);
  const last = untilMs === undefined ? "" : toDay(untilMs - DAY_MS);
  if (first === "" || last === "") return `${startOf(first)}..${endOf(last)}`;
  if (first === last) return first;
  const [start, end] = [startOf(first), endOf(last)];
  // One year, or one month: the same text begins and ends it.
  return start === end ? start : `${startOf(first, end.length)}..${endOf(last, start.length)}`;
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** A day without what follows from its being the first of a month or year; at least `length` characters of it. */
function startOf(day: string, length = 0): string {
  if (day.endsWith("-01-01") && length <= 4) return day.slice(0, 4);
  return day.endsWith("-01") && length <= 7 ? day.slice(0, 7) : day;
}

/** The same for the last day of a month or year. */
function endOf(day: string, length = 0): string {
  if (day.endsWith("-12-31") && length <= 4) return day.slice(0, 4);
  return isLastOfMonth(day) && length <= 7 ? day.slice(0, 7) : day;
}

function isLastOfMonth(day: string): boolean {
  return day !== "" && toDay(Date.parse(day) + DAY_MS).endsWith("-01");
}
