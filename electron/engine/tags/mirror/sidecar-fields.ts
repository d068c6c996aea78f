/**
 * @file What a sidecar says of the fields that are mirrored.
 *
 * Keywords are in three places: dc:subject (XMP specification part 2, 8.3: plain words; Lightroom adds the wider ones of a
 * hierarchy), lr:hierarchicalSubject (Lightroom, also written by digiKam and darktable: `Places|Portugal|Lisbon`) and
 * digiKam:TagsList (digiKam: `Places/Portugal/Lisbon`). Lightroom and darktable leave the last as it is when they change the others, and
 * many programs know the first alone.
 */
import { toCaption, toText } from "../../metadata/exif-text.ts";
import { cleanLevels, toTagPaths } from "../../metadata/keywords.ts";
import { toOrientation, turnBetween } from "../../metadata/orientation.ts";
import { toStars } from "../../metadata/stars.ts";
import { chooseSpelling, readColours, readFlags } from "../../metadata/xmp/label-values.ts";
import { parseXmp } from "../../metadata/xmp/parse-xmp.ts";
import { DC, DIGIKAM, LIGHTROOM, TIFF, XMP } from "../../metadata/xmp/xmp-names.ts";
import { textOf, textsOf } from "../../metadata/xmp/xmp-value.ts";
import { foldText } from "../../../contract/fold-text.ts";
import { tagKey, type MirrorFields, type SingleField } from "./mirror-fields.ts";

/** The keywords of a sidecar as they are written; a list that it does not have is absent. */
export interface KeywordLists {
  readonly subject?: readonly string[];
  readonly hierarchicalSubject?: readonly string[];
  readonly tagsList?: readonly string[];
}

export interface SidecarFields {
  readonly fields: MirrorFields;
  readonly lists: KeywordLists;
  /** Fields of which not every program would read the same. */
  readonly unclear: readonly SingleField[];
}

/** The last state that both sides agreed on, and what is known of the photo. */
export interface StateBefore {
  readonly lists?: KeywordLists;
  /** That the photo's file has of its own; without it nothing is known of a turn. */
  readonly orientation?: number | undefined;
  readonly agreed?: { readonly flag?: string | null; readonly colourLabel?: string | null };
}

/**
 * Undefined where the bytes are no XMP. With the last state that both sides agreed on, a keyword that a program took out of its list is
 * gone, though the lists that it does not know still have it; so are a flag and a colour label.
 */
export function readSidecar(
  bytes: Buffer,
  { lists: before, agreed, orientation }: StateBefore = {},
): SidecarFields | undefined {
  const properties = parseXmp(bytes);
  if (!properties) return undefined;
  const text = (name: string) => textOf(properties.get(name))?.replaceAll("\0", "").trim();
  const list = (name: string) => (properties.has(name) ? textsOf(properties.get(name)) : undefined);
  const [title, caption] = [text(`${DC}title`), text(`${DC}description`)];
  const [subject, hierarchicalSubject, tagsList] = [
    list(`${DC}subject`),
    list(`${LIGHTROOM}hierarchicalSubject`),
    list(`${DIGIKAM}TagsList`),
  ];
  const lists: KeywordLists = {
    ...(subject && { subject }),
    ...(hierarchicalSubject && { hierarchicalSubject }),
    ...(tagsList && { tagsList }),
  };
  const flags = readFlags(properties);
  const colours = readColours(properties);
  const isUnlabelled = !properties.has(`${XMP}Label`);
  // Every program keeps this property, so that it was taken away where it is missing.
  if (agreed?.colourLabel != null && isUnlabelled) colours.unshift(null);
  const flag = chooseSpelling(flags, agreed?.flag);
  const colourLabel = chooseSpelling(colours, agreed?.colourLabel);
  const isUnclear = {
    flag: flags.some((one) => one !== flag) || (flag !== null && flags.length < 2),
    colourLabel:
      colours.some((one) => one !== colourLabel) || (colourLabel !== null && isUnlabelled),
  };
  return {
    fields: {
      rating: toStars(text(`${XMP}Rating`) ?? null) ?? null,
      title: toText(title) === undefined ? null : title!,
      caption: toCaption(caption) === undefined ? null : caption!,
      flag,
      colourLabel,
      turn: readTurn(text(`${TIFF}Orientation`), orientation),
      tags: readTags(lists, before),
    },
    lists,
    unclear: (["flag", "colourLabel"] as const).filter((field) => isUnclear[field]),
  };
}

/** tiff:Orientation (EXIF for XMP, CIPA DC-010) is the whole of it, and takes the place of the file's own. */
function readTurn(text: string | undefined, own: number | undefined): number | string | null {
  const wanted = toOrientation(text);
  if (wanted === undefined || own === undefined) return null;
  return turnBetween(own, wanted) ?? "mirrored";
}

/** The key of the tag that an item of a hierarchy stands for. */
export function keyOfItem(item: string, separator: "|" | "/"): string {
  return tagKey(item.split(separator).join("/"));
}

export function leafKey(tag: string): string {
  return foldText(cleanLevels(tag.split("/")).at(-1) ?? "");
}

function readTags(lists: KeywordLists, before: KeywordLists | undefined): string[] {
  const wider = before ? widerWords(before) : new Set<string>();
  const tags = toTagPaths({
    // A wider word that was left behind when the tag below it went is no tag of its own.
    keywords: (lists.subject ?? []).filter((word) => !wider.has(foldText(word))),
    paths: [
      ...(lists.hierarchicalSubject ?? []).map((item) => item.split("|")),
      ...(lists.tagsList ?? []).map((item) => item.split("/")),
    ],
  });
  if (!before) return tags;
  const hierarchies = [
    difference(before.hierarchicalSubject, lists.hierarchicalSubject, (item) =>
      keyOfItem(item, "|"),
    ),
    difference(before.tagsList, lists.tagsList, (item) => keyOfItem(item, "/")),
  ];
  // Every program writes the plain words, so a list of them that is gone is empty.
  const words = difference(before.subject, lists.subject ?? [], foldText);
  return tags.filter((tag) => {
    const key = tagKey(tag);
    if (hierarchies.some(({ added }) => added.has(key)) || words.added.has(leafKey(tag)))
      return true;
    return !hierarchies.some(({ gone }) => gone.has(key)) && !words.gone.has(leafKey(tag));
  });
}

/** Words of the plain list that were there because of a tag below them. */
function widerWords({
  subject = [],
  hierarchicalSubject = [],
  tagsList = [],
}: KeywordLists): Set<string> {
  const keys = [
    ...hierarchicalSubject.map((item) => keyOfItem(item, "|")),
    ...tagsList.map((item) => keyOfItem(item, "/")),
  ];
  const levels = new Set(keys.flatMap((key) => key.split("/").slice(0, -1)));
  const words = subject.map(foldText).filter((word) => levels.has(word) && !keys.includes(word));
  return new Set(words);
}

/** A list that is not there at all was not known to the program that wrote the file: it says nothing. */
function difference(
  before: readonly string[] = [],
  now: readonly string[] | undefined,
  keyOf: (item: string) => string,
): { readonly added: ReadonlySet<string>; readonly gone: ReadonlySet<string> } {
  if (!now) return { added: new Set(), gone: new Set() };
  const [old, current] = [new Set(before.map(keyOf)), new Set(now.map(keyOf))];
  return { added: current.difference(old), gone: old.difference(current) };
}
