/**
 * @file What the index of the timeline has of each photo, packed into one number: of a million photos an object each would take longer
 * than reading them.
 */

/** A million of them, in whichever list is at hand. */
export type Numbers = ArrayLike<number> & Iterable<number>;

/** Photos, one entry for each in each list, in no order. */
export interface PhotoTimeline {
  readonly ids: Numbers;
  /** What the index of the timeline has of each, packed into a number; see {@link unpackInto}. */
  readonly packed: Numbers;
}

/** What is made of one number after the other, a million of them: an object each would take longer than reading them. */
export interface PackedPhoto {
  /** Days since 1 January of the year 0. */
  day: number;
  stars: number;
  /** See contract/aspect.ts. */
  aspect: number;
  isDated: boolean;
  hasPlace: boolean;
  hasSize: boolean;
}

const DAY_MS = 86_400_000;
/** From 1 January of the year 0 to that of 1970. */
const DAYS_TO_EPOCH = 719_528;

// As the index photo_by_time has them: another spelling would not use it.
export const PACKED = `((max(0, (photo.sort_at_ms + ${DAYS_TO_EPOCH * DAY_MS}) / ${DAY_MS}) * 8 + photo.rating) * 256 + photo.aspect) * 8
  + (photo.taken_at IS NULL) * 4 + (photo.latitude IS NULL) * 2 + (photo.width_px IS NULL)`;

export function unpackInto(photo: PackedPhoto, packed: number): void {
  // Too large for operators on bits.
  const bits = packed % 2 ** 14;
  photo.day = Math.floor(packed / 2 ** 14);
  photo.stars = bits >> 11;
  photo.aspect = (bits >> 3) & 255;
  photo.isDated = (bits & 4) === 0;
  photo.hasPlace = (bits & 2) === 0;
  photo.hasSize = (bits & 1) === 0;
}

/** See contract/aspect.ts. */
export function aspectOf(packed: number): number {
  return ((packed % 2 ** 14) >> 3) & 255;
}

export function starsOf(packed: number): number {
  return (packed % 2 ** 14) >> 11;
}

/** Midnight of the photo's day, as wall time. */
export function dayMsOf(packed: number): number {
  return (Math.floor(packed / 2 ** 14) - DAYS_TO_EPOCH) * DAY_MS;
}

/** `2023-05`. */
export function monthOf(day: number): string {
  return new Date((day - DAYS_TO_EPOCH) * DAY_MS).toISOString().slice(0, 7);
}
