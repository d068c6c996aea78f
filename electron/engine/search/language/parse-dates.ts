import type { TimeRange } from "./query.ts";

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * `2023`, `2023-05`, `2023-05-14` or a range of two of them, both ends included and either end open:
 * `2023-05..2024-01`, `2023..`, `..2023`; also `>=2023`, `<2023-05` and the like. Undefined where it is none of these or no day of the
 * calendar.
 */
export function parseDates(text: string): TimeRange | undefined {
  const [, comparison, date] = /^(<=|>=|<|>|=)\s*([^.]+)$/.exec(text) ?? [];
  if (date !== undefined) return parseComparison(comparison!, date);
  const [first, last, ...more] = text.split("..");
  if (first === undefined || more.length > 0) return undefined;
  if (last === undefined) return parseRange(first, first);
  return first === "" && last === "" ? undefined : parseRange(first, last);
}

function parseComparison(comparison: string, text: string): TimeRange | undefined {
  const date = parseDate(text);
  if (!date) return undefined;
  if (comparison === "<") return { untilMs: date.startMs };
  if (comparison === "<=") return { untilMs: date.endMs };
  if (comparison === ">") return { fromMs: date.endMs };
  if (comparison === ">=") return { fromMs: date.startMs };
  return { fromMs: date.startMs, untilMs: date.endMs };
}

function parseRange(first: string, last: string): TimeRange | undefined {
  const from = first === "" ? undefined : parseDate(first);
  const until = last === "" ? undefined : parseDate(last);
  if ((first !== "" && !from) || (last !== "" && !until)) return undefined;
  return {
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
