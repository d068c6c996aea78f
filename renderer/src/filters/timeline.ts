/** @file Months with photos as bars: of months while there are few, of years where there are many. */
import type { MonthCount } from "../../../electron/contract/photo-facets.ts";

export interface Bar {
  /** `2023-05`, or `2023`. */
  readonly key: string;
  readonly count: number;
}

/** Months, `2023-05`, both included; an absent end is open. */
export interface MonthRange {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** As many as can be told apart, and hit, in the width of the panel. */
const MOST_MONTHS = 48;
/** As many years as can be looked at by their months. */
const MOST_NEAR_YEARS = 3;

/** From the first month that has photos to the last; what lies between has a bar, too. */
export function timelineBars(months: readonly MonthCount[]): readonly Bar[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const count = monthNumber(last) - monthNumber(first) + 1;
  if (count <= MOST_MONTHS) return monthBars(months, first, last);
  const perYear = new Map<string, number>();
  for (const { month, count } of months) {
    const year = month.slice(0, 4);
    perYear.set(year, (perYear.get(year) ?? 0) + count);
  }
  const [from, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: until - from + 1 }, (_, at) => {
    const key = String(from + at).padStart(4, "0");
    return { key, count: perYear.get(key) ?? 0 };
  });
}

/** The months of the years that a range touches, where the timeline has years and the range is of few of them. */
export function nearBars(
  months: readonly MonthCount[],
  { from, until }: MonthRange,
): readonly Bar[] {
  if (from === undefined || until === undefined) return [];
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  const isFew = Number(last) - Number(first) < MOST_NEAR_YEARS;
  return isFew ? monthBars(months, `${first}-01`, `${last}-12`) : [];
}

/** What a value of `taken:` asks for, as far as months can tell; undefined where it is no date. */
export function toMonths(value: string): MonthRange | undefined {
  const parts = /^(\d{4}(?:-\d\d){0,2})?(\.\.)?(\d{4}(?:-\d\d){0,2})?$/.exec(value);
  const [, first, dots, last] = parts ?? [];
  if (first === undefined && last === undefined) return undefined;
  const end = dots === undefined ? first : last;
  return {
    from: first && firstMonth(first.slice(0, 7)),
    until: end && lastMonth(end.slice(0, 7)),
  };
}

/** The value of `taken:` for everything from one bar to another: "2023", "2023-05", "2021-03..2023-05". */
export function takenValue(first: string, last: string): string {
  const [from, until] = [firstMonth(first), lastMonth(last)];
  if (from === until) return from;
  if (!from.endsWith("-01") || !until.endsWith("-12")) return `${from}..${until}`;
  const [firstYear, lastYear] = [from.slice(0, 4), until.slice(0, 4)];
  return firstYear === lastYear ? firstYear : `${firstYear}..${lastYear}`;
}

/** Whether a bar and a range have a month in common. */
export function touches(key: string, { from, until }: MonthRange): boolean {
  return (
    (until === undefined || firstMonth(key) <= until) &&
    (from === undefined || lastMonth(key) >= from)
  );
}

/** Whether a range is everything from one bar to another, and nothing else. */
export function isExactly({ from, until }: MonthRange, first: string, last: string): boolean {
  return from === firstMonth(first) && until === lastMonth(last);
}

function monthBars(months: readonly MonthCount[], first: string, last: string): readonly Bar[] {
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const start = monthNumber(first);
  return Array.from({ length: monthNumber(last) - start + 1 }, (_, at) => {
    const key = monthKey(start + at);
    return { key, count: counts.get(key) ?? 0 };
  });
}

function firstMonth(key: string): string {
  return key.length === 4 ? `${key}-01` : key;
}

function lastMonth(key: string): string {
  return key.length === 4 ? `${key}-12` : key;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthKey(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, "0");
  return `${year}-${String((number % 12) + 1).padStart(2, "0")}`;
}
