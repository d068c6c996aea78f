/** The first photograph. */
const EARLIEST_YEAR = 1826;

const DATE_TIME =
  /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]\d\d:\d\d)?|\s*\0?$)/;

/**
 * A date field of EXIF (`2023:05:14 18:03:07`) or in ISO 8601 as local wall time, `2023-05-14T18:03:07`, with the
 * offset of its own or of its offset field where one says one; `2023-05-14` where it has no time. Undefined
 * for what is no day of the calendar, such as the 0000:00:00 of a clock never set.
 */
export function toTakenAt(date: string | undefined, offset?: unknown): string | undefined {
  const [, year, month, day, hour, minute, second = "00", own] = DATE_TIME.exec(date ?? "") ?? [];
  if (Number(year ?? 0) < EARLIEST_YEAR) return undefined;
  const taken = `${year}-${month}-${day}`;
  if (hour === undefined) return isCalendarTime(`${taken}T00:00:00`) ? taken : undefined;
  const wallTime = `${taken}T${hour}:${minute}:${second}`;
  return isCalendarTime(wallTime)
    ? wallTime + (toOffset(own) ?? toOffset(offset) ?? "")
    : undefined;
}

/** Date rolls 31 April over to 1 May; what does not come back as it was is no such time. */
export function isCalendarTime(wallTime: string): boolean {
  const time = new Date(`${wallTime}Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(wallTime);
}

function toOffset(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.split("\0", 1)[0]!.trim();
  if (text === "Z") return "+00:00";
  return /^[+-](0\d|1[0-4]):[0-5]\d$/.test(text) ? text : undefined;
}
