import { colourLabels, flags } from "../../contract/value-names.ts";
import { joinCamera, toCaption, toText } from "./exif-text.ts";
import { toTakenAt } from "./exif-time.ts";
import { toTags } from "./keywords.ts";
import { toOrientation } from "./orientation.ts";
import { toPlace, withoutAbsent, type SourceFacts } from "./source-facts.ts";
import { toStars } from "./stars.ts";
import { chooseSpelling, readColours, readFlags } from "./xmp/label-values.ts";
import { parseXmp } from "./xmp/parse-xmp.ts";
import {
  AUX,
  DC,
  DIGIKAM,
  EXIF,
  EXIF_EX,
  LIGHTROOM,
  PHOTOSHOP,
  TIFF,
  XMP,
} from "./xmp/xmp-names.ts";
import { textOf, textsOf } from "./xmp/xmp-value.ts";

/**
 * What an XMP packet or sidecar says. The properties are those of the XMP specification, part 2 (dc, xmp, photoshop, exif,
 * tiff), of Exif's for XMP (CIPA DC-010, exifEX), the hierarchies of Lightroom and digiKam, and what label-values.ts lists.
 */
export function readXmpFacts(bytes: Buffer): SourceFacts {
  const properties = parseXmp(bytes);
  if (!properties) return {};
  const text = (name: string) => toText(textOf(properties.get(name)));
  const texts = (name: string) => textsOf(properties.get(name));
  return withoutAbsent({
    originalAt:
      toTakenAt(text(`${EXIF}DateTimeOriginal`)) ?? toTakenAt(text(`${PHOTOSHOP}DateCreated`)),
    digitizedAt: toTakenAt(text(`${EXIF}DateTimeDigitized`)) ?? toTakenAt(text(`${XMP}CreateDate`)),
    camera: joinCamera(text(`${TIFF}Make`), text(`${TIFF}Model`)),
    lens: text(`${EXIF_EX}LensModel`) ?? text(`${AUX}Lens`),
    aperture: toPositive(text(`${EXIF}FNumber`)),
    exposureSeconds: toPositive(text(`${EXIF}ExposureTime`)),
    iso: toPositive(text(`${EXIF_EX}PhotographicSensitivity`) ?? text(`${EXIF}ISOSpeedRatings`)),
    focalLengthMm: toPositive(text(`${EXIF}FocalLength`)),
    focalLength35Mm: toPositive(text(`${EXIF}FocalLengthIn35mmFilm`)),
    title: text(`${DC}title`),
    caption: toCaption(textOf(properties.get(`${DC}description`))),
    rating: toStars(text(`${XMP}Rating`)),
    orientation: toOrientation(text(`${TIFF}Orientation`)),
    flag: flags.find((flag) => flag === chooseSpelling(readFlags(properties))),
    colourLabel: colourLabels.find((one) => one === chooseSpelling(readColours(properties))),
    tags: toTags({
      keywords: texts(`${DC}subject`),
      paths: [
        ...texts(`${LIGHTROOM}hierarchicalSubject`).map((path) => path.split("|")),
        ...texts(`${DIGIKAM}TagsList`).map((path) => path.split("/")),
      ],
    }),
    ...toPlace(
      toDegrees(text(`${EXIF}GPSLatitude`), "NS", 90),
      toDegrees(text(`${EXIF}GPSLongitude`), "EW", 180),
      toAltitude(text(`${EXIF}GPSAltitude`), text(`${EXIF}GPSAltitudeRef`)),
    ),
  });
}

/** `43,28.0468N` or `43,28,2.8N`; some programs write signed decimal degrees. */
function toDegrees(
  text: string | undefined,
  hemispheres: string,
  limit: number,
): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?(?:,(\d+(?:\.\d+)?))?\s*([NSEW])?$/i.exec(
    text ?? "",
  );
  if (!match) return undefined;
  const [, degrees, minutes = "0", seconds = "0", letter] = match;
  const hemisphere = letter?.toUpperCase();
  if (hemisphere !== undefined && !hemispheres.includes(hemisphere)) return undefined;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = degrees!.startsWith("-") || hemisphere === "S" || hemisphere === "W";
  if (size > limit) return undefined;
  return isNegative ? -size : size;
}

function toAltitude(text: string | undefined, reference: string | undefined): number | undefined {
  const metres = toNumber(text);
  if (metres === undefined) return undefined;
  return reference === "1" ? -metres : metres;
}

function toPositive(text: string | undefined): number | undefined {
  const number = toNumber(text);
  return number !== undefined && number > 0 ? number : undefined;
}

/** `28/10` or `2.8`. */
function toNumber(text: string | undefined): number | undefined {
  const [, dividend, divisor] = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(text ?? "") ?? [];
  if (dividend === undefined) return undefined;
  const number = Number(dividend) / Number(divisor ?? 1);
  return Number.isFinite(number) ? number : undefined;
}
