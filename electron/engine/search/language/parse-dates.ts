import type { Term } from "./query.ts";

type Taken = Extract<Term, { kind: "taken" }>;

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * `2023`, `2023-05`, `2023-05-14` or a range of two of them, both ends included and either end open:
 * `2023-05..2024-01`, `2023..`, `..2023`. Undefined where it is none of these or no day of the calendar.
 */
export function parseDates(text: string): Taken | undefined {
  const [first, last, ...more] = text.split("..");
  if (first === undefined || more.length > 0) return undefined;
  if (last === undefined) return parseRange(first, first);
  return first === "" && last === "" ? undefined : parseRange(first, last);
}

function parseRange(first: string, last: string): Taken | undefined {
  const from = first === "" ? undefined : parseDate(first);
  const until = last === "" ? undefined : parseDate(last);
  if ((first !== "" && !from) || (last !== "" && !until)) return undefined;
  return {
    kind: "taken",
    ...(from && { fromMs: from.startMs }),
    ...(until && { untilMs: until.endMs }),
  };
}

function parseDate(text: string): { startMs: number; endMs: number } | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const startMs = Date.parse(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`);
  // Date.parse takes 2023-02-30 for 2 March; a date that does not come back as it went in is none.
  if (Number.isNaN(startMs) || !new Date(startMs).toISOString().startsWith(text)) return undefined;
  const end = new Date(startMs);
  if (month === undefined) end.setUTCFullYear(end.getUTCFullYear() + 1);
  else if (day === undefined) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCDate(end.getUTCDate() + 1);
  return { startMs, endMs: end.getTime() };
}
