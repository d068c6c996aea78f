const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether this is a year, a month or a day that there is: `2019`, `2019-07` or `2019-07-14`. */
export function isDate(text: string): boolean {
  const [, year, month = "01", day = "01"] = DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // February 30 would be another day.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The same as the search takes it, where somebody writes 2019/7, 2019.07.14 or 7/2019; undefined where it is no date. */
export function readDate(text: string): string | undefined {
  const parts = text.trim().split(/[-/. ]+/);
  const [first = "", second = ""] = parts;
  const ordered = parts.length === 2 && second.length === 4 ? [second, first] : parts;
  const date = ordered.map((part) => part.padStart(2, "0")).join("-");
  return isDate(date) ? date : undefined;
}

/** How many photos come before a date in days that follow each other: the latest first, or reversed. */
export function placeOfDate(
  days: readonly { readonly key: string; readonly count: number }[],
  date: string,
  isReversed: boolean,
): number {
  let place = 0;
  for (const { key, count } of days) {
    const day = key.slice(0, date.length);
    if (isReversed ? day >= date : day <= date) break;
    place += count;
  }
  return place;
}
