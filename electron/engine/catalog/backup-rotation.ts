const DAY_MS = 24 * 60 * 60 * 1000;

/** The newest of each of the last days and weeks that have one. */
const DAYS = 7;
const WEEKS = 4;
/** Whatever their dates: several migrations, or a wrong clock, may make backups within a day. */
const NEWEST = 3;

/** Which backups stay, of those made at these times (ms since 1970): the three newest, seven daily, four weekly ones. */
export function chooseKept(atMs: readonly number[]): number[] {
  const newestFirst = atMs.toSorted((a, b) => b - a);
  return newestFirst.filter(
    (time, place) =>
      place < NEWEST ||
      isNewestOf(newestFirst, time, { periodMs: DAY_MS, periods: DAYS }) ||
      isNewestOf(newestFirst, time, { periodMs: 7 * DAY_MS, periods: WEEKS }),
  );
}

function isNewestOf(
  newestFirst: readonly number[],
  time: number,
  { periodMs, periods }: { readonly periodMs: number; readonly periods: number },
): boolean {
  const periodOf = (ms: number) => Math.floor(ms / periodMs);
  const seen = [...new Set(newestFirst.map(periodOf))].slice(0, periods);
  const first = newestFirst.find((other) => periodOf(other) === periodOf(time));
  return seen.includes(periodOf(time)) && first === time;
}
