import readExif, { type Exif } from "exif-reader";
import { readDateText } from "./exif-date-text.ts";
import { joinCamera, toCaption, toText } from "./exif-text.ts";
import { toAltitude, toDegrees } from "./exif-place.ts";
import { toTakenAt } from "./exif-time.ts";
import { describeLens } from "./lens.ts";
import { toOrientation } from "./orientation.ts";
import { toPlace, withoutAbsent, type SourceFacts } from "./source-facts.ts";
import { toStars } from "./stars.ts";

const DATE_TIME_ORIGINAL = 0x9003;
const DATE_TIME_DIGITIZED = 0x9004;

/** What an EXIF block says. A damaged block, or a damaged field of it, says nothing; it never fails. */
export function readExifFacts(block: Buffer): SourceFacts {
  const exif = unlessDamaged(() => readExif(block));
  if (!exif) return {};
  const { Image: image, Photo: photo, GPSInfo: gps } = exif;
  return withoutAbsent({
    ...readTimes(block, exif),
    camera: joinCamera(toText(image?.Make), toText(image?.Model)),
    lens: toText(photo?.LensModel) ?? describeLens(photo?.LensSpecification),
    aperture: toPositive(photo?.FNumber),
    exposureSeconds: toPositive(photo?.ExposureTime),
    iso: toPositive(photo?.ISOSpeedRatings),
    focalLengthMm: toPositive(photo?.FocalLength),
    focalLength35Mm: toPositive(photo?.FocalLengthIn35mmFilm),
    caption: toCaption(image?.ImageDescription),
    rating: toStars(image?.Rating),
    orientation: toOrientation(image?.Orientation),
    ...toPlace(
      toDegrees(gps?.GPSLatitude, gps?.GPSLatitudeRef, 90),
      toDegrees(gps?.GPSLongitude, gps?.GPSLongitudeRef, 180),
      toAltitude(gps?.GPSAltitude, gps?.GPSAltitudeRef),
    ),
  });
}

/** The time of the last change is neither of these, and so is the file's. */
function readTimes(block: Buffer, { Photo: photo }: Exif) {
  const original = unlessDamaged(() => readDateText(block, DATE_TIME_ORIGINAL));
  const digitized = unlessDamaged(() => readDateText(block, DATE_TIME_DIGITIZED));
  return {
    originalAt: toTakenAt(original, photo?.OffsetTimeOriginal ?? photo?.OffsetTime),
    digitizedAt: toTakenAt(digitized, photo?.OffsetTimeDigitized ?? photo?.OffsetTime),
  };
}

/** Readers throw on what they do not expect, and cameras and editors write a great deal of that. */
function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // No facts is what a damaged block amounts to; the picture is fine.
  }
}

/** Fields with several values count by their first. Zero means "unknown" in every field that this is for. */
function toPositive(value: unknown): number | undefined {
  const number: unknown = Array.isArray(value) ? value[0] : value;
  return typeof number === "number" && Number.isFinite(number) && number > 0 ? number : undefined;
}
