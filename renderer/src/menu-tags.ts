import type { PhotoId } from "../../electron/contract/photo.ts";
import { inParts } from "./library/in-parts.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { compareNames } from "./messages/compare-names.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** More would be a list to read and not a menu. */
const MOST_TAGS = 20;
const MOST_RECENT = 9;

/** The tags that were given last; none where they cannot be read, which is told. */
export async function recentTags({ library }: Workspace): Promise<readonly string[]> {
  const { client, notices } = library;
  try {
    const found = await client.request("tag.suggest", { text: "", limit: MOST_RECENT });
    return found.map(({ tag }) => tag);
  } catch (error) {
    notices.fail(error);
    return [];
  }
}

/** The tags that most of the photos have, by name; of photos that were not read, too. */
export async function tagsOnPhotos(
  { library }: Workspace,
  selection: Selection,
): Promise<readonly string[]> {
  const { client, notices } = library;
  try {
    const counts = await countTags(await selection.targetIds());
    const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_TAGS);
    return most.map(([tag]) => tag).sort(compareNames);
  } catch (error) {
    notices.fail(error);
    return [];
  }

  async function countTags(ids: readonly PhotoId[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const photos of inParts(ids)) {
      const { tags } = await client.request("tag.states", { photos });
      for (const { tag, count } of tags) counts.set(tag, (counts.get(tag) ?? 0) + count);
    }
    return counts;
  }
}
