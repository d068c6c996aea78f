import { foldText } from "../../../electron/contract/fold-text.ts";
import type { TagCount } from "../../../electron/contract/tag.ts";

const MOST_SHOWN = 8;

/** As much of a tag as is shown of it. */
export type SuggestedTag = Pick<TagCount, "tag" | "count">;

/**
 * Tags that fit what was typed: those that begin with it, then those with a part or a word that does.
 * Without a text, the most used ones.
 */
export function matchingTags(
  tags: readonly SuggestedTag[],
  typed: string,
  leftOut: readonly string[] = [],
): readonly SuggestedTag[] {
  const wanted = foldText(typed.trim());
  const offered = tags.filter(({ tag }) => !leftOut.includes(tag));
  const ranked = offered
    .map((tag) => ({ tag, rank: rankOf(foldText(tag.tag), wanted) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank! - b.rank! || b.tag.count - a.tag.count);
  return ranked.slice(0, MOST_SHOWN).map(({ tag }) => tag);
}

function rankOf(tag: string, wanted: string): number | undefined {
  if (tag.startsWith(wanted)) return 0;
  if (tag.split(/[/\s]+/).some((word) => word.startsWith(wanted))) return 1;
  return tag.includes(wanted) ? 2 : undefined;
}
