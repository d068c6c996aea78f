/**
 * Degrees, minutes and seconds with their hemisphere as signed decimal degrees; undefined when a part is
 * missing, not a number (a zero denominator) or out of range.
 */
export function toDegrees(parts: unknown, hemisphere: unknown, limit: number): number | undefined {
  if (!Array.isArray(parts) || parts.length < 1 || !isHemisphere(hemisphere)) return undefined;
  const [degrees, minutes = 0, seconds = 0] = parts as unknown[];
  if (!isPart(degrees) || !isPart(minutes) || !isPart(seconds)) return undefined;
  const size = degrees + minutes / 60 + seconds / 3600;
  if (minutes >= 60 || seconds >= 60 || size > limit) return undefined;
  return /^[SW]/i.test(hemisphere) ? -size : size;
}

/** Metres above the sea. The reference 1 is below it; EXIF 3.0 adds 2 and 3, the same over the ellipsoid. */
export function toAltitude(metres: unknown, reference: unknown): number | undefined {
  if (!isPart(metres)) return undefined;
  const below: unknown = Buffer.isBuffer(reference) ? reference[0] : reference;
  return below === 1 || below === 3 ? -metres : metres;
}

function isHemisphere(value: unknown): value is string {
  return typeof value === "string" && /^[NSEW]/i.test(value);
}

function isPart(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
