import { foldText } from "../../contract/fold-text.ts";

/** More than anyone gives to a photo, and few enough for a photo that was made to be a nuisance. */
export const MAX_TAGS = 500;
/** As long as a tag may be that the user types. */
export const MAX_TAG_LENGTH = 500;

export interface Keywords {
  /** Single words or phrases. */
  readonly keywords: readonly string[];
  /** From the widest to the narrowest. */
  readonly paths: readonly (readonly string[])[];
}

/**
 * Keywords as tag paths. Programs with hierarchies write every level as a keyword as well, which adds nothing: a keyword that is
 * a level of a path is left out. Undefined where nothing remains.
 */
export function toTags(words: Keywords): string[] | undefined {
  const tags = toTagPaths(words);
  return tags.length === 0 ? undefined : tags.slice(0, MAX_TAGS);
}

/** The same without a limit of their number. */
export function toTagPaths({ keywords, paths }: Keywords): string[] {
  const deep = paths.map(cleanLevels).filter((levels) => levels.length > 0);
  const known = deep.map(toBounded);
  // One with a slash is more than its first level.
  const isKnown = (levels: readonly string[]) =>
    known.some((path) => path.includes(toBounded(levels)));
  const flat = keywords.map((word) => cleanLevels([word])).filter((levels) => levels.length > 0);
  const tags = new Map<string, string>();
  for (const levels of [...deep, ...flat.filter((word) => !isKnown(word))]) {
    const tag = levels.join("/");
    if (tag.length <= MAX_TAG_LENGTH && !tags.has(foldText(tag))) tags.set(foldText(tag), tag);
  }
  return [...tags.values()];
}

/** Levels as they are compared, each between slashes. */
function toBounded(levels: readonly string[]): string {
  return foldText(`/${levels.join("/")}/`);
}

/** A slash inside a level begins another one: a tag has no other way to be written. */
export function cleanLevels(levels: readonly string[]): string[] {
  return levels
    .flatMap((level) => level.split("/"))
    .map((level) =>
      level
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim()
        .normalize("NFC"),
    )
    .filter((level) => level !== "");
}
