/** @file Numbers, dates and sizes as the user's locale writes them. */

import { perLocale } from "./locale.ts";
import { say } from "./say.ts";

/** Keeps a number and its unit on one line. */
const GAP = "\u00a0";
const number = numbers({});
const oneDigit = numbers({ maximumFractionDigits: 1 });
const tenths = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const short = numbers({ notation: "compact", maximumFractionDigits: 1 });
const percent = numbers({ style: "percent", maximumFractionDigits: 0 });
const fourDigits = numbers({ minimumFractionDigits: 4, maximumFractionDigits: 4 });
const fiveDigits = numbers({ minimumFractionDigits: 5, maximumFractionDigits: 5 });
const degree = numbers({ maximumFractionDigits: 2 });
// Capture times are wall times: they are laid out in UTC so that no time zone shifts them.
const day = dates({ timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const shortDay = dates({ timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const month = dates({ timeZone: "UTC", month: "long", year: "numeric" });
const monthName = dates({ timeZone: "UTC", month: "long" });
const time = dates({ timeZone: "UTC", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const fileDay = dates({ dateStyle: "medium" });
const dayName = dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const clock = dates({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const fileTime = dates({ dateStyle: "medium", timeStyle: "short" });

const list = perLocale((locale) => new Intl.ListFormat(locale));

function numbers(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  return perLocale((locale) => new Intl.NumberFormat(locale, options));
}

function dates(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  return perLocale((locale) => new Intl.DateTimeFormat(locale, options));
}

export function formatNumber(value: number): string {
  return number().format(value);
}

/** "left, top, and centre". */
export function formatList(parts: readonly string[]): string {
  return list().format(parts);
}

/** "412", "1.2K", "35K". */
export function formatShort(value: number): string {
  return short().format(value);
}

export function formatPercent(fraction: number): string {
  return percent().format(fraction);
}

/** "14 May 2023, 18:03" from a capture time; its offset says where, not when to shift it to. "14 May 2023" from a day alone. */
export function formatTakenAt(takenAt: string): string {
  const at = wallTime(takenAt);
  if (at === undefined) return takenAt;
  return isDayAlone(takenAt) ? day().format(at) : `${day().format(at)}, ${time().format(at)}`;
}

/** "UTC+2", "UTC−3:30"; "" where the capture time has no offset. */
export function formatOffset(takenAt: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(takenAt) ?? [];
  if (hours === undefined) return "";
  const size = minutes === "00" ? String(Number(hours)) : `${Number(hours)}:${minutes}`;
  return `UTC${sign === "-" ? "−" : "+"}${size}`;
}

export function formatTakenDay(takenAt: string): string {
  const at = wallTime(takenAt);
  return at ? shortDay().format(at) : takenAt;
}

/** "May 2023" from `2023-05`, "14 May 2023" from `2023-05-14`; undefined for any other key. */
export function formatSectionKey(key: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(key);
  if (!parts) return undefined;
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1));
  return parts[3] ? day().format(at) : month().format(at);
}

export function formatFileTime(modifiedAtMs: number): string {
  return fileTime().format(modifiedAtMs);
}

/** "Nov 18, 2024", where the user is. */
export function formatFileDay(atMs: number): string {
  return fileDay().format(atMs);
}

/** "Monday, November 18, 2024", where the user is. */
export function formatDayName(atMs: number): string {
  return dayName().format(atMs);
}

/** "14:03", where the user is. */
export function formatClock(atMs: number): string {
  return clock().format(atMs);
}

const sizes = (["byte", "kilobyte", "megabyte", "gigabyte"] as const).map((unit, step) =>
  numbers({
    style: "unit",
    unit,
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  }),
);

export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3));
  return sizes[step]!().format(bytes / 1000 ** step);
}

/** "0:05", "1:15", "1:02:03": the seconds that are full, as the browser's player counts them. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(1, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const parts = hours > 0 ? [hours, minutes, whole % 60] : [minutes, whole % 60];
  return parts
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0")))
    .join(":");
}

/** "1/250 s", "0.5 s", "30 s". */
export function formatExposure(seconds: number): string {
  if (seconds > 0 && seconds < 0.4) return `1/${formatNumber(Math.round(1 / seconds))}${GAP}s`;
  return `${oneDigit().format(seconds)}${GAP}s`;
}

export function formatAperture(aperture: number): string {
  return `f/${oneDigit().format(aperture)}`;
}

export function formatFocalLength(millimetres: number): string {
  return `${oneDigit().format(millimetres)}${GAP}mm`;
}

/** "38.71390° N, 9.13340° W": five digits are about a metre. */
export function formatPlace(latitude: number, longitude: number): string {
  const north = `${fiveDigits().format(Math.abs(latitude))}° ${compass("latitude", latitude)}`;
  const east = `${fiveDigits().format(Math.abs(longitude))}° ${compass("longitude", longitude)}`;
  return `${north}, ${east}`;
}

/** "38.7, −9.1": a tenth of a degree is about 10 km. */
export function formatNear(latitude: number, longitude: number): string {
  const [north, east] = [latitude, longitude].map((degrees) =>
    oneDigit().format(degrees).replace("-", "−").replace(/^−0$/, "0"),
  ) as [string, string];
  return say("place.near", { latitude: north, longitude: east });
}

/** "30° W"; 0 and 180 are neither east nor west. */
export function formatDegrees(degrees: number, axis: Axis): string {
  const inside = ((((degrees + 180) % 360) + 360) % 360) - 180;
  const size = `${degree().format(Math.abs(inside))}°`;
  if (size === "0°" || size === "180°") return size;
  return `${size} ${compass(axis, inside)}`;
}

type Axis = "latitude" | "longitude";

function compass(axis: Axis, degrees: number): string {
  if (axis === "latitude") return say(degrees < 0 ? "compass.south" : "compass.north");
  return say(degrees < 0 ? "compass.west" : "compass.east");
}

/** "May", of 0 to 11. */
export function formatMonthName(at: number): string {
  return monthName().format(Date.UTC(2000, at));
}

/** "0.9998". */
export function formatFourDigits(share: number): string {
  return fourDigits().format(share);
}

/** "3.0", "41": whole ones from ten on, tenths below. */
export function formatRate(perSecond: number): string {
  return perSecond < 10 ? tenths().format(perSecond) : number().format(Math.round(perSecond));
}

/** As a heading begins: months and days have small letters in many languages. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** "1,484 m", above the sea. */
export function formatAltitude(metres: number): string {
  return `${number().format(Math.round(metres))}${GAP}m`;
}

export function formatPixels(widthPx: number, heightPx: number): string {
  return `${formatNumber(widthPx)} × ${formatNumber(heightPx)}`;
}

/** "12.2 MP". */
export function formatMegapixels(widthPx: number, heightPx: number): string {
  return `${oneDigit().format((widthPx * heightPx) / 1e6)}${GAP}MP`;
}

function isDayAlone(takenAt: string): boolean {
  return takenAt.length === 10;
}

function wallTime(takenAt: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(takenAt);
  if (!parts) return undefined;
  const [, year, monthOfYear, dayOfMonth, hour = "0", minute = "0"] = parts;
  return Date.UTC(
    Number(year),
    Number(monthOfYear) - 1,
    Number(dayOfMonth),
    Number(hour),
    Number(minute),
  );
}
