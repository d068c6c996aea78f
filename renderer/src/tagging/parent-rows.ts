import type { TagBranch } from "../../../electron/contract/tag.ts";
import { lastLevel, parentOf, tagId } from "../library/tag-path.ts";
import { say } from "../messages/say.ts";
import { TagIcon } from "../ui/icons.ts";
import type { SuggestRow } from "../ui/suggest-row.ts";

const MOST_SHOWN = 6;

/** Tags to put another one in: any level of them begins with what was typed; those with most photos first. */
export function parentRows(tags: readonly TagBranch[], typed: string): readonly SuggestRow[] {
  const wanted = tagId(typed.trim());
  const found = tags.filter(({ tag }) => `/${tagId(tag)}`.includes(`/${wanted}`));
  if (found.length === 1 && tagId(found[0]!.tag) === wanted) return [];
  return found
    .toSorted((a, b) => b.below - a.below)
    .slice(0, MOST_SHOWN)
    .map(({ tag, below }) => ({
      key: tag,
      text: lastLevel(tag),
      name: say("sidebar.count", { name: tag, count: below }),
      icon: TagIcon,
      ...(parentOf(tag) !== "" && { detail: parentOf(tag).replaceAll("/", " / ") }),
    }));
}
