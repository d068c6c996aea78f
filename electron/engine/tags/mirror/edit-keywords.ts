/**
 * @file What is to be done to the three lists of keywords of a sidecar; see sidecar-fields.ts for what they are.
 */
import { cleanLevels, MAX_TAG_LENGTH } from "../../metadata/keywords.ts";
import type { ListKind, PropertyName } from "../../metadata/xmp/edit-xmp.ts";
import { DC, DIGIKAM, LIGHTROOM } from "../../metadata/xmp/xmp-names.ts";
import { foldText } from "../../../contract/fold-text.ts";
import { byKey, tagKey } from "./mirror-fields.ts";
import { keyOfItem, leafKey, type SidecarFields } from "./sidecar-fields.ts";

export const SUBJECT: PropertyName = { namespace: DC, prefix: "dc", name: "subject" };
export const HIERARCHY: PropertyName = {
  namespace: LIGHTROOM,
  prefix: "lr",
  name: "hierarchicalSubject",
};
export const TAGS_LIST: PropertyName = { namespace: DIGIKAM, prefix: "digiKam", name: "TagsList" };

/** What is to be done to one list of keywords. */
export interface ListEdit {
  readonly name: PropertyName;
  readonly kind: ListKind;
  readonly isRemoved: (item: string) => boolean;
  readonly respelled: (item: string) => string;
  readonly added: readonly string[];
  readonly items: readonly string[];
}

/** Whether the list does not say all of it already. */
export function isNeeded({ items, isRemoved, respelled, added }: ListEdit): boolean {
  return added.length > 0 || items.some((item) => isRemoved(item) || respelled(item) !== item);
}

/** So that the sidecar has these tags, with their spelling, one list after the other: plain words, Lightroom's hierarchy, digiKam's. */
export function listEdits(tags: readonly string[], current: SidecarFields | undefined): ListEdit[] {
  const { subject = [], hierarchicalSubject = [], tagsList = [] } = current?.lists ?? {};
  const keys = new Set(tags.map(tagKey));
  // A word stays as long as a tag has it at any level: Lightroom writes the wider ones as well.
  const levels = new Set(tags.flatMap((tag) => cleanLevels(tag.split("/")).map(foldText)));
  const isStray = (key: string) =>
    key !== "" && key.length <= MAX_TAG_LENGTH && !keys.has(key) && !levels.has(key);
  const isStrayPath = (key: string) => key !== "" && key.length <= MAX_TAG_LENGTH && !keys.has(key);
  const respelled = respellings(tags, current?.fields.tags ?? []);
  const words = new Set(subject.map(tagKey));
  const paths = new Set(tagsList.map((item) => keyOfItem(item, "/")));
  const hierarchy = new Set(hierarchicalSubject.map((item) => keyOfItem(item, "|")));
  return [
    {
      name: SUBJECT,
      kind: "Bag",
      isRemoved: (word) => isStray(tagKey(word)),
      respelled: (word) =>
        respelled.paths.get(tagKey(word)) ?? respelled.levels.get(tagKey(word)) ?? word,
      added: distinct(
        tags.filter((tag) => !words.has(leafKey(tag)) && !words.has(tagKey(tag))).map(leafOf),
      ),
      items: subject,
    },
    {
      name: HIERARCHY,
      kind: "Bag",
      isRemoved: (item) => isStrayPath(keyOfItem(item, "|")),
      respelled: (item) => respelled.paths.get(keyOfItem(item, "|"))?.replaceAll("/", "|") ?? item,
      // Lightroom has no way to write a level with its own separator in it; the other lists have the tag.
      added: tags
        .filter((tag) => !tag.includes("|") && !hierarchy.has(tagKey(tag)))
        .map((tag) => tag.replaceAll("/", "|")),
      items: hierarchicalSubject,
    },
    {
      name: TAGS_LIST,
      kind: "Seq",
      isRemoved: (item) => isStrayPath(keyOfItem(item, "/")),
      respelled: (item) => respelled.paths.get(keyOfItem(item, "/")) ?? item,
      added: tags.filter((tag) => !paths.has(tagKey(tag))),
      items: tagsList,
    },
  ];
}

/** Tags that the file has with other letters, by key, and those of their levels that differ: the plain words have these. */
function respellings(tags: readonly string[], there: readonly string[]) {
  const spelled = byKey(there);
  const changed = tags.filter((tag) => (spelled.get(tagKey(tag)) ?? tag) !== tag);
  const levels = changed.flatMap((tag) => {
    const before = spelled.get(tagKey(tag))!.split("/");
    return tag.split("/").filter((level, at) => level !== before[at]);
  });
  return {
    paths: new Map(changed.map((tag) => [tagKey(tag), tag])),
    levels: new Map(levels.map((level) => [tagKey(level), level])),
  };
}

function leafOf(tag: string): string {
  return tag.slice(tag.lastIndexOf("/") + 1);
}

function distinct(words: readonly string[]): string[] {
  return [...new Map(words.map((word) => [foldText(word), word])).values()];
}
