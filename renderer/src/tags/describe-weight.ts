import type { TagWeight } from "../../../electron/contract/tag.ts";
import { say } from "../messages/say.ts";

/** What would happen to a tag, before it does; `to` is null where it would be deleted. */
export function describeWeight(weight: TagWeight, to: string | null): string {
  const { tags: below, photos, merges } = weight;
  if (to === null) return say("tags.weight.delete", { below, photos });
  if (merges.length > 0) return say("tags.weight.merge", { to, below, photos });
  return say("tags.weight.rename", { below, photos });
}
