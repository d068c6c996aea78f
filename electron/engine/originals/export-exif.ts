/**
 * @file What a copy says of its photo. Names and the notation of values are those of libvips' EXIF strings: text as it
 * is, rationals as `numerator/denominator`; IFD0 is the picture, IFD2 the exposure, IFD3 the place (Exif 3.0, 4.6).
 */
import type { PhotoDetail } from "../../contract/photo.ts";

export interface ExifStrings {
  readonly IFD0: Readonly<Record<string, string>>;
  readonly IFD2: Readonly<Record<string, string>>;
  readonly IFD3: Readonly<Record<string, string>>;
}

export type CopiedFacts = Pick<
  PhotoDetail,
  | "takenAt"
  | "camera"
  | "lens"
  | "aperture"
  | "exposureSeconds"
  | "iso"
  | "focalLengthMm"
  | "latitude"
  | "longitude"
>;

/**
 * The facts that people look for, as the catalog has them: a capture time that the user corrected goes along. Nothing else of
 * the original's metadata is copied, because maker notes name serial numbers, faces and places.
 */
export function exportExif(
  facts: CopiedFacts,
  { withoutLocation }: { readonly withoutLocation: boolean },
): ExifStrings {
  const { camera, lens, aperture, exposureSeconds, iso, focalLengthMm } = facts;
  const time = facts.takenAt === null ? undefined : toExifTime(facts.takenAt);
  return {
    IFD0: { ...(camera !== null && { Model: camera }), ...(time && { DateTime: time.dateTime }) },
    IFD2: {
      ...(time && { DateTimeOriginal: time.dateTime }),
      ...(time?.offset !== undefined && { OffsetTimeOriginal: time.offset }),
      ...(lens !== null && { LensModel: lens }),
      ...(aperture !== null && { FNumber: rational(aperture, 100) }),
      ...(exposureSeconds !== null && { ExposureTime: toExposure(exposureSeconds) }),
      ...(iso !== null && { ISOSpeedRatings: String(Math.round(iso)) }),
      ...(focalLengthMm !== null && { FocalLength: rational(focalLengthMm, 100) }),
    },
    IFD3: withoutLocation ? {} : toPlace(facts),
  };
}

/** From `2023-05-14T18:03:07+02:00`; a day alone has no EXIF notation but midnight. */
function toExifTime(takenAt: string): { dateTime: string; offset: string | undefined } {
  const [, day = "", time = "00:00:00", offset] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?([+-]\d{2}:\d{2}|Z)?)?$/.exec(takenAt) ??
    [];
  return {
    dateTime: `${day.replaceAll("-", ":")} ${time}`,
    offset: offset === "Z" ? "+00:00" : offset,
  };
}

function toExposure(seconds: number): string {
  return seconds < 1 ? `1/${Math.round(1 / seconds)}` : rational(seconds, 10);
}

function toPlace({ latitude, longitude }: CopiedFacts): Readonly<Record<string, string>> {
  if (latitude === null || longitude === null) return {};
  return {
    GPSLatitudeRef: latitude < 0 ? "S" : "N",
    GPSLatitude: toDegrees(Math.abs(latitude)),
    GPSLongitudeRef: longitude < 0 ? "W" : "E",
    GPSLongitude: toDegrees(Math.abs(longitude)),
  };
}

/** Degrees, minutes, seconds; a ten-thousandth of a second is 3 mm. */
function toDegrees(degrees: number): string {
  const whole = Math.floor(degrees);
  const minutes = Math.floor((degrees - whole) * 60);
  const seconds = (degrees - whole - minutes / 60) * 3600;
  return `${whole}/1 ${minutes}/1 ${rational(Math.max(0, seconds), 10_000)}`;
}

function rational(value: number, denominator: number): string {
  return `${Math.round(value * denominator)}/${denominator}`;
}
