import readExif, { type Exif } from "exif-reader";
import { readDateText } from "./exif-date-text.ts";
import { joinCamera, toText } from "./exif-text.ts";
import { toDegrees } from "./exif-place.ts";
import { toTakenAt } from "./exif-time.ts";
import type { PhotoFacts } from "./photo-facts.ts";

const DATE_TIME_ORIGINAL = 0x9003;
const DATE_TIME_DIGITIZED = 0x9004;

/** What an EXIF block says. A damaged block, or a damaged field of it, says nothing; it never fails. */
export function readMetadata(exifBlock: Buffer | undefined): PhotoFacts {
  const exif = exifBlock && unlessDamaged(() => readExif(exifBlock));
  if (!exif) return {};
  const { Image: image, Photo: photo } = exif;
  return withoutAbsent({
    takenAt: readTakenAt(exifBlock, exif),
    camera: joinCamera(toText(image?.Make), toText(image?.Model)),
    lens: toText(photo?.LensModel),
    aperture: toPositive(photo?.FNumber),
    exposureSeconds: toPositive(photo?.ExposureTime),
    iso: toPositive(photo?.ISOSpeedRatings),
    focalLengthMm: toPositive(photo?.FocalLength),
    ...toPlace(exif),
  });
}

/** The shutter's time, else the scanner's. The time of the last change is neither, and so is the file's. */
function readTakenAt(block: Buffer, { Photo: photo }: Exif): string | undefined {
  const original = unlessDamaged(() => readDateText(block, DATE_TIME_ORIGINAL));
  const digitized = unlessDamaged(() => readDateText(block, DATE_TIME_DIGITIZED));
  return (
    toTakenAt(original, photo?.OffsetTimeOriginal ?? photo?.OffsetTime) ??
    toTakenAt(digitized, photo?.OffsetTimeDigitized ?? photo?.OffsetTime)
  );
}

/** Readers throw on what they do not expect, and cameras and editors write a great deal of that. */
function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // No facts is what a damaged block amounts to; the picture is fine.
  }
}

/** Both or neither: half a place is nowhere, and 0, 0 exactly is a receiver without a fix. */
function toPlace({ GPSInfo: gps }: Exif): { latitude?: number; longitude?: number } {
  const latitude = toDegrees(gps?.GPSLatitude, gps?.GPSLatitudeRef, 90);
  const longitude = toDegrees(gps?.GPSLongitude, gps?.GPSLongitudeRef, 180);
  if (latitude === undefined || longitude === undefined) return {};
  return latitude === 0 && longitude === 0 ? {} : { latitude, longitude };
}

/** Fields with several values count by their first. Zero means "unknown" in every field that this is for. */
function toPositive(value: unknown): number | undefined {
  const number: unknown = Array.isArray(value) ? value[0] : value;
  return typeof number === "number" && Number.isFinite(number) && number > 0 ? number : undefined;
}

function withoutAbsent<T extends object>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const present = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: NonNullable<T[K]> };
}
