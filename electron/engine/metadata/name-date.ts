/**
 * @file When a photo was taken, from how cameras, phones and messengers name files. What comes without EXIF comes mostly
 * from messengers and screenshots, and their names have the time.
 */
import { isCalendarTime } from "./exif-time.ts";

/** A number of eight digits is a date from when digital cameras were sold. */
const EARLIEST_YEAR = 1990;
const DAY_MS = 24 * 60 * 60 * 1000;

/** No digit before or behind: part of a longer number is no date. */
const DAY = String.raw`(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)`;
const CLOCK = String.raw`[-_.:]?([0-5]\d)[-_.:]?([0-5]\d)`;
const DAY_TIME = new RegExp(
  String.raw`${DAY}(?:[-_ T.]{0,3}|,? at )(\d\d)${CLOCK}(?:[-_.]?\d{1,3})?(?!\d)`,
);
/** Screenshots of a Mac that is set to twelve hours; newer ones have a narrow space before the half of the day. */
const TWELVE_HOURS = new RegExp(String.raw`${DAY} at (\d{1,2})${CLOCK}\s([AP])M`);
/** The form with dashes is a date wherever it is; eight digits are one only as messengers write it. */
const DAY_ALONE = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/;
const WHATSAPP = /(?<![A-Za-z])(?:IMG|VID|STK)-(\d{4})(\d\d)(\d\d)-WA\d+/i;
/** Milliseconds since 1970, alone or after a word and a line: `FB_IMG_1684065787123`. */
const EPOCH = /^(?:[A-Za-z_ -]*[_ -])?(1\d{12})(?:[_ (-].*)?$/;
/** Google's Pixel phones name files by the time in Greenwich, unlike everyone else. */
const PIXEL = /^PXL_/i;

/**
 * The local wall time in a file's name, `2023-05-14T12:13:14`, or its day. Undefined where there is none, and where it is not
 * plausible: before 1990 or after tomorrow. What the name says as an instant is told by this computer's time zone.
 */
export function readNameDate(name: string, nowMs = Date.now()): string | undefined {
  const stem = name.replace(/\.[^.]*$/, "");
  const taken = readDayTime(stem) ?? readEpoch(stem) ?? readDay(stem);
  return taken !== undefined && isPlausible(taken, nowMs) ? taken : undefined;
}

function readDayTime(stem: string): string | undefined {
  const match = TWELVE_HOURS.exec(stem) ?? DAY_TIME.exec(stem);
  if (!match) return undefined;
  const [, year, , month, day, hour, minute, second, half] = match;
  const taken = `${year}-${month}-${day}T${toHour(hour!, half)}:${minute}:${second}`;
  if (!isCalendarTime(taken)) return undefined;
  return PIXEL.test(stem) ? toLocal(Date.parse(`${taken}Z`)) : taken;
}

function toHour(hour: string, half: string | undefined): string {
  if (half === undefined) return hour;
  return String((Number(hour) % 12) + (half === "P" ? 12 : 0)).padStart(2, "0");
}

function readDay(stem: string): string | undefined {
  const match = WHATSAPP.exec(stem) ?? DAY_ALONE.exec(stem);
  const day = match && `${match[1]}-${match[2]}-${match[3]}`;
  return day && isCalendarTime(`${day}T00:00:00`) ? day : undefined;
}

function readEpoch(stem: string): string | undefined {
  const [, epochMs] = EPOCH.exec(stem) ?? [];
  return epochMs === undefined ? undefined : toLocal(Number(epochMs));
}

function toLocal(epochMs: number): string {
  const offsetMs = new Date(epochMs).getTimezoneOffset() * 60_000;
  return new Date(epochMs - offsetMs).toISOString().slice(0, 19);
}

function isPlausible(taken: string, nowMs: number): boolean {
  return (
    Number(taken.slice(0, 4)) >= EARLIEST_YEAR && Date.parse(taken.slice(0, 10)) <= nowMs + DAY_MS
  );
}
