/**
 * @file A sidecar with other values in the fields that are mirrored, and everything else as it was.
 *
 * Forms as the XMP specification part 2 has them (8.3 Dublin Core, 8.4 XMP basic), and as Lightroom, digiKam and darktable write
 * and read keywords; see sidecar-fields.ts.
 */
import { isDeepStrictEqual } from "node:util";
import { LibraryError } from "../../../contract/errors.ts";
import { turns } from "../../../contract/value-names.ts";
import {
  changeItems,
  createXmp,
  hasProperty,
  openXmp,
  setDefaultText,
  setText,
  type PropertyName,
} from "../../metadata/xmp/edit-xmp.ts";
import { turnedOrientation } from "../../metadata/orientation.ts";
import { spellColour, spellFlag } from "../../metadata/xmp/label-values.ts";
import { parseXmp } from "../../metadata/xmp/parse-xmp.ts";
import { serializeDocument } from "../../metadata/xmp/xmp-document.ts";
import { DARKTABLE, DC, DIGIKAM, TIFF, XMP, XMP_DM } from "../../metadata/xmp/xmp-names.ts";
import type { XmpValue } from "../../metadata/xmp/xmp-value.ts";
import { HIERARCHY, isNeeded, listEdits, SUBJECT, TAGS_LIST } from "./edit-keywords.ts";
import {
  isSame,
  singleFields,
  tagKey,
  type MirrorFields,
  type SingleField,
  type SingleValue,
} from "./mirror-fields.ts";
import { readSidecar, type SidecarFields } from "./sidecar-fields.ts";

const RATING: PropertyName = { namespace: XMP, prefix: "xmp", name: "Rating" };
const METADATA_DATE: PropertyName = { namespace: XMP, prefix: "xmp", name: "MetadataDate" };
const TITLE: PropertyName = { namespace: DC, prefix: "dc", name: "title" };
const CAPTION: PropertyName = { namespace: DC, prefix: "dc", name: "description" };

const LABEL: PropertyName = { namespace: XMP, prefix: "xmp", name: "Label" };
const COLOUR_LABEL: PropertyName = { namespace: DIGIKAM, prefix: "digiKam", name: "ColorLabel" };
const COLOUR_LIST: PropertyName = {
  namespace: DARKTABLE,
  prefix: "darktable",
  name: "colorlabels",
};
const PICK: PropertyName = { namespace: XMP_DM, prefix: "xmpDM", name: "pick" };
const PICK_LABEL: PropertyName = { namespace: DIGIKAM, prefix: "digiKam", name: "PickLabel" };

const ORIENTATION: PropertyName = { namespace: TIFF, prefix: "tiff", name: "Orientation" };

const WRITTEN = [
  ORIENTATION,
  LABEL,
  COLOUR_LABEL,
  COLOUR_LIST,
  PICK,
  PICK_LABEL,
  RATING,
  METADATA_DATE,
  TITLE,
  CAPTION,
  SUBJECT,
  HIERARCHY,
  TAGS_LIST,
];

export interface SidecarEdit {
  /** For messages. */
  readonly path: string;
  /** The file's bytes; undefined where there is none. */
  readonly bytes: Buffer | undefined;
  readonly current: SidecarFields | undefined;
  /** Fields that are absent stay as they are. */
  readonly wanted: Partial<MirrorFields>;
  /** That the photo's file has of its own, over which a turn is written. */
  readonly orientation?: number | undefined;
  /** Written as the time of the change (xmp:MetadataDate). */
  readonly at: Date;
}

/**
 * The bytes of the sidecar once it says what is wanted; undefined where it does already, in every list of keywords that programs
 * read. Throws `sidecar-invalid` for what is no XMP, or could not be written again without losing something.
 */
export function editSidecar({
  path,
  bytes,
  current,
  wanted,
  orientation = 1,
  at,
}: SidecarEdit): Buffer | undefined {
  const singles = singleFields.filter(
    (field) =>
      wanted[field] !== undefined &&
      (!isSame(wanted[field], current?.fields[field] ?? null) || current?.unclear.includes(field)),
  );
  const lists = wanted.tags ? listEdits(wanted.tags, current) : [];
  if (singles.length === 0 && !lists.some(isNeeded)) return undefined;
  const document = bytes ? openXmp(bytes) : createXmp();
  if (!document) throw invalid(path);
  for (const field of singles)
    write[field](document, spell(field, wanted[field] ?? null, orientation));
  for (const list of lists.filter(isNeeded)) changeItems(document, list, list);
  setText(document, METADATA_DATE, at.toISOString());
  const edited = serializeDocument(document);
  check(path, { before: bytes, after: edited, wanted, orientation });
  return edited;
}

/** Undefined is nothing. */
function spell(field: SingleField, value: SingleValue, orientation: number): string | undefined {
  if (value === null) return undefined;
  if (field !== "turn") return String(value);
  const turn = turns.find((one) => one === value);
  return turn === undefined ? undefined : String(turnedOrientation(orientation, turn));
}

type XmpDocument = ReturnType<typeof createXmp>;

/** How each value is written; undefined takes it away. */
const write: Readonly<Record<SingleField, (document: XmpDocument, value?: string) => void>> = {
  rating: (document, value) => setText(document, RATING, value),
  title: (document, value) => setDefaultText(document, TITLE, value),
  caption: (document, value) => setDefaultText(document, CAPTION, value),
  turn: (document, value) => setText(document, ORIENTATION, value),
  flag(document, value) {
    const spelled = value === undefined ? undefined : spellFlag(value);
    setText(document, PICK, spelled?.lightroom);
    setText(document, PICK_LABEL, spelled?.digikam);
  },
  colourLabel(document, value) {
    const spelled = value === undefined ? undefined : spellColour(value);
    setText(document, LABEL, spelled?.label);
    setText(document, COLOUR_LABEL, spelled?.digikam);
    // darktable's own list is kept up where it is; where it is not, darktable reads the label.
    if (hasProperty(document, COLOUR_LIST))
      changeItems(
        document,
        { name: COLOUR_LIST, kind: "Seq" },
        { isRemoved: () => true, added: spelled ? [spelled.darktable] : [] },
      );
  },
};

/** Nothing of others is lost, and what was to be written can be read: otherwise the file stays as it is. */
function check(
  path: string,
  {
    before,
    after,
    wanted,
    orientation,
  }: {
    before: Buffer | undefined;
    after: Buffer;
    wanted: Partial<MirrorFields>;
    orientation: number;
  },
): void {
  const said = readSidecar(after, { orientation })?.fields;
  const isSaid =
    said !== undefined &&
    singleFields.every(
      (field) => wanted[field] === undefined || isSame(wanted[field], said[field]),
    ) &&
    (!wanted.tags || isDeepStrictEqual(keysOf(said.tags), keysOf(wanted.tags)));
  const isKept = !before || isDeepStrictEqual(othersOf(before), othersOf(after));
  if (!isSaid || !isKept) throw invalid(path);
}

function keysOf(tags: readonly string[]): string[] {
  return tags.map(tagKey).sort();
}

function othersOf(bytes: Buffer): Map<string, XmpValue> {
  const others = new Map(parseXmp(bytes));
  for (const { namespace, name } of WRITTEN) others.delete(`${namespace}${name}`);
  return others;
}

/** What to do about it is the same for every file that is no XMP. */
export function invalid(path: string): LibraryError {
  return new LibraryError(
    "sidecar-invalid",
    `Expected ${path} to be XMP that can be written again as it is but it is not; it stays as it is`,
  );
}
