import type { TagBranch } from "../../../electron/contract/tag.ts";
import { tagId } from "./tag-forest.ts";

const MOST_SHOWN = 50;

export interface ChoiceOptions {
  readonly text: string;
  readonly isOffered: (node: TagBranch) => boolean;
}

/** Tags that fit what was typed: those called so first, then those with it anywhere; much used ones first. */
export function tagChoices(
  nodes: readonly TagBranch[],
  { text, isOffered }: ChoiceOptions,
): readonly TagBranch[] {
  const wanted = tagId(text.trim());
  return nodes
    .filter(isOffered)
    .map((node) => ({ node, rank: rankOf(node, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || b.node.below - a.node.below)
    .slice(0, MOST_SHOWN)
    .map(({ node }) => node);
}

function rankOf({ tag, synonyms }: TagBranch, wanted: string): number {
  const id = tagId(tag);
  if (id.split("/").at(-1)!.startsWith(wanted)) return 0;
  if (synonyms.some((synonym) => tagId(synonym).startsWith(wanted))) return 1;
  return id.includes(wanted) ? 2 : 3;
}
