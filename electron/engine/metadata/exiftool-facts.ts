/**
 * @file exiftool's answer about a RAW file or a film as facts.
 */
import { joinCamera, toCaption, toText } from "./exif-text.ts";
import { toTakenAt } from "./exif-time.ts";
import type { ExiftoolTags } from "./exiftool.ts";
import { toTags } from "./keywords.ts";
import { toOrientation } from "./orientation.ts";
import { toPlace, withoutAbsent, type SourceFacts } from "./source-facts.ts";
import { toStars } from "./stars.ts";

/** What to ask for; `#` asks for the number. */
export const EXIFTOOL_TAGS = [
  ...["DateTimeOriginal", "CreateDate", "CreationDate", "OffsetTimeOriginal", "OffsetTime"],
  ...["OffsetTimeDigitized", "Make", "Model", "LensID", "LensModel", "Lens", "FNumber#"],
  ...["ExposureTime#", "ISO#", "FocalLength#", "FocalLengthIn35mmFormat#", "GPSLatitude#"],
  ...["GPSLongitude#", "GPSAltitude#", "Title", "Description", "ImageDescription", "Rating#"],
  ...["Subject", "HierarchicalSubject", "TagsList", "Keywords", "XPKeywords", "IFD0:Orientation#"],
];

/** Where a name stands in several groups: signs of a place are only in the composite one, then EXIF before what copies it. */
const GROUPS = ["Composite", "ExifIFD", "IFD0", "Keys", "UserData", "QuickTime"];

/** Films have no EXIF; their clock runs in Greenwich, except where the phone also wrote the local time. */
const GREENWICH = /^(QuickTime|Track\d+|Media\d*)$/;

export function toSourceFacts(tags: ExiftoolTags): SourceFacts {
  const find = (name: string) => findTag(tags, name)?.value;
  const text = (name: string) => toText(find(name));
  const number = (name: string) => toNumber(find(name));
  return withoutAbsent({
    originalAt:
      toTakenAt(text("DateTimeOriginal"), text("OffsetTimeOriginal") ?? text("OffsetTime")) ??
      toTakenAt(text("CreationDate")),
    digitizedAt: readCreateDate(tags),
    camera: joinCamera(text("Make"), text("Model")),
    lens: knownLens(text("LensID")) ?? text("LensModel") ?? text("Lens"),
    aperture: toPositive(number("FNumber")),
    exposureSeconds: toPositive(number("ExposureTime")),
    iso: toPositive(number("ISO")),
    focalLengthMm: toPositive(number("FocalLength")),
    focalLength35Mm: toPositive(number("FocalLengthIn35mmFormat")),
    title: text("Title"),
    caption: toCaption(find("Description")) ?? toCaption(find("ImageDescription")),
    rating: toStars(number("Rating")),
    orientation: toOrientation(number("Orientation")),
    tags: toTags({
      keywords: [...toTexts(find("Subject")), ...toTexts(find("Keywords"))],
      paths: [
        ...toTexts(find("HierarchicalSubject")).map((path) => path.split("|")),
        ...toTexts(find("TagsList")).map((path) => path.split("/")),
      ],
    }),
    ...toPlace(number("GPSLatitude"), number("GPSLongitude"), number("GPSAltitude")),
  });
}

function readCreateDate(tags: ExiftoolTags): string | undefined {
  const found = findTag(tags, "CreateDate");
  const said = toText(found?.value);
  const offset = toText(findTag(tags, "OffsetTimeDigitized")?.value);
  const takenAt = toTakenAt(said, offset);
  if (!found || takenAt === undefined || !GREENWICH.test(found.group)) return takenAt;
  const atMs = Date.parse(`${takenAt.slice(0, 19)}Z`);
  const offsetMs = new Date(atMs).getTimezoneOffset() * 60_000;
  return new Date(atMs - offsetMs).toISOString().slice(0, 19);
}

/** exiftool tells lenses by the maker's numbers; where a number stands for several, it names none of them. */
function knownLens(lens: string | undefined): string | undefined {
  return lens === undefined || /^unknown|\bor\b/i.test(lens) ? undefined : lens;
}

/** Keys are `Group:Name`. */
function findTag(tags: ExiftoolTags, name: string): { group: string; value: unknown } | undefined {
  const found = Object.entries(tags)
    .map(([key, value]) => ({ key: key.split(":"), value }))
    .filter(({ key }) => key.at(-1) === name)
    .map(({ key, value }) => ({ group: key.length > 1 ? key[0]! : "", value }));
  const rank = ({ group }: { group: string }) => {
    const at = GROUPS.indexOf(group);
    return at < 0 ? GROUPS.length : at;
  };
  return found.sort((a, b) => rank(a) - rank(b))[0];
}

function toTexts(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (one === undefined || one === null ? [] : textOf(one)));
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === "number" ? value : Number.parseFloat(textOf(value));
  return Number.isFinite(number) ? number : undefined;
}

function toPositive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}
