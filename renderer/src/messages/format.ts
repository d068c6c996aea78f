/** @file Numbers, dates and sizes as the user's locale writes them. */

const LOCALE = "en";
/** Keeps a number and its unit on one line. */
const GAP = "\u00a0";
const number = new Intl.NumberFormat(LOCALE);
const oneDigit = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const short = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 });
// Capture times are wall times: they are laid out in UTC so that no time zone shifts them.
const day = new Intl.DateTimeFormat(LOCALE, {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const shortDay = new Intl.DateTimeFormat(LOCALE, {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const month = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", month: "long", year: "numeric" });
const time = new Intl.DateTimeFormat(LOCALE, {
  timeZone: "UTC",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});
const fileDay = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium" });
const dayName = new Intl.DateTimeFormat(LOCALE, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const clock = new Intl.DateTimeFormat(LOCALE, {
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});
const fileTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });

export function formatNumber(value: number): string {
  return number.format(value);
}

/** "412", "1.2K", "35K". */
export function formatShort(value: number): string {
  return short.format(value);
}

export function formatPercent(fraction: number): string {
  return percent.format(fraction);
}

/** "14 May 2023, 18:03" from a capture time; its offset says where, not when to shift it to. "14 May 2023" from a day alone. */
export function formatTakenAt(takenAt: string): string {
  const at = wallTime(takenAt);
  if (at === undefined) return takenAt;
  return isDayAlone(takenAt) ? day.format(at) : `${day.format(at)}, ${time.format(at)}`;
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
  return at ? shortDay.format(at) : takenAt;
}

/** "May 2023" from `2023-05`, "14 May 2023" from `2023-05-14`; undefined for any other key. */
export function formatSectionKey(key: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(key);
  if (!parts) return undefined;
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1));
  return parts[3] ? day.format(at) : month.format(at);
}

export function formatFileTime(modifiedAtMs: number): string {
  return fileTime.format(modifiedAtMs);
}

/** "Nov 18, 2024", where the user is. */
export function formatFileDay(atMs: number): string {
  return fileDay.format(atMs);
}

/** "Monday, November 18, 2024", where the user is. */
export function formatDayName(atMs: number): string {
  return dayName.format(atMs);
}

/** "14:03", where the user is. */
export function formatClock(atMs: number): string {
  return clock.format(atMs);
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(LOCALE, {
    style: "unit",
    unit: units[step]!,
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

/** "0:05", "1:15", "1:02:03". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const parts = hours > 0 ? [hours, minutes, whole % 60] : [minutes, whole % 60];
  return parts
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0")))
    .join(":");
}

/** "1/250 s", "0.5 s", "30 s". */
export function formatExposure(seconds: number): string {
  if (seconds > 0 && seconds < 0.4) return `1/${formatNumber(Math.round(1 / seconds))}${GAP}s`;
  return `${oneDigit.format(seconds)}${GAP}s`;
}

export function formatAperture(aperture: number): string {
  return `f/${oneDigit.format(aperture)}`;
}

export function formatFocalLength(millimetres: number): string {
  return `${oneDigit.format(millimetres)}${GAP}mm`;
}

/** "38.71390° N, 9.13340° W": five digits are about a metre. */
export function formatPlace(latitude: number, longitude: number): string {
  const north = `${Math.abs(latitude).toFixed(5)}° ${latitude < 0 ? "S" : "N"}`;
  const east = `${Math.abs(longitude).toFixed(5)}° ${longitude < 0 ? "W" : "E"}`;
  return `${north}, ${east}`;
}

/** "38.7, −9.1": a tenth of a degree is about 10 km. */
export function formatNear(latitude: number, longitude: number): string {
  return [latitude, longitude]
    .map((degrees) => oneDigit.format(degrees).replace("-", "−").replace(/^−0$/, "0"))
    .join(", ");
}

/** "30° W"; 0 and 180 are neither east nor west. */
export function formatDegrees(degrees: number, positive: string, negative: string): string {
  const inside = ((((degrees + 180) % 360) + 360) % 360) - 180;
  const size = `${Number(Math.abs(inside).toFixed(2))}°`;
  if (size === "0°" || size === "180°") return size;
  return `${size} ${inside > 0 ? positive : negative}`;
}

/** "1,484 m", above the sea. */
export function formatAltitude(metres: number): string {
  return `${number.format(Math.round(metres))}${GAP}m`;
}

export function formatPixels(widthPx: number, heightPx: number): string {
  return `${formatNumber(widthPx)} × ${formatNumber(heightPx)}`;
}

/** "12.2 MP". */
export function formatMegapixels(widthPx: number, heightPx: number): string {
  return `${oneDigit.format((widthPx * heightPx) / 1e6)}${GAP}MP`;
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
