import type { PhotoFacts } from "./photo-facts.ts";

/** What one source says, before it is known whether another one goes before it. */
export interface SourceFacts extends Omit<PhotoFacts, "takenAt" | "takenFrom" | "turn"> {
  /** When the shutter opened; see toTakenAt. */
  readonly originalAt?: string;
  /** When the picture became digital: the same moment, or that of the scan. */
  readonly digitizedAt?: string;
}

/** Without the fields that are undefined, so that what is absent is absent. */
export function withoutAbsent<T extends object>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const present = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** Both or neither: half a place is nowhere, and 0, 0 exactly is a receiver without a fix. */
export function toPlace(
  latitude: number | undefined,
  longitude: number | undefined,
  altitudeM: number | undefined,
): Pick<PhotoFacts, "latitude" | "longitude" | "altitudeM"> {
  if (latitude === undefined || longitude === undefined) return {};
  if (latitude === 0 && longitude === 0) return {};
  return { latitude, longitude, ...(altitudeM !== undefined && { altitudeM }) };
}
