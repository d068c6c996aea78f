import { inParts } from "./library/in-parts.ts";
import { tagQuery } from "./library/query-text.ts";
import { say } from "./messages/say.ts";
import { editTag } from "./target-actions.ts";
import { favouriteLabel } from "./tags/favourite-keys.ts";
import type { TreeTag } from "./tags/tag-forest.ts";
import { tagMenu } from "./tags/tag-menu.ts";
import type { TagTreeView } from "./tags/tag-tree-view.svelte.ts";
import type { MenuItem } from "./ui/menu-item.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** The menu of a tag in one of the trees. */
export function tagMenuFor(
  workspace: Workspace,
  view: TagTreeView,
  branch: TreeTag,
): readonly MenuItem[] {
  const { tags, library } = workspace;
  const { tag } = branch.node;
  const keyed = library.tags.nodes.filter(({ key }) => key !== null);
  return tagMenu(branch, {
    selectedCount: workspace.selection.count,
    favourites: new Map(keyed.map((node) => [node.key!, node.tag])),
    show: () => workspace.show(tagQuery(tag)),
    addToSelected: () => void editTag(workspace, "add", tag),
    rename: () => (view.renamingId = branch.id),
    ask: tags.ask,
    editSynonyms: () => {
      tags.wantedField = "synonyms";
      tags.choose(branch);
      workspace.openPage("tags");
    },
    setKey: (key) => void tags.setKey(branch, key),
  });
}

/** Adds the tag of a favourite key if one of the photos lacks it, else removes it. */
export async function toggleFavourite(workspace: Workspace, key: number): Promise<void> {
  const { tags, tagEdits, notices } = workspace.library;
  const favourite = tags.favourite(key);
  if (!favourite) {
    notices.show(say("tags.key.unset", { key: favouriteLabel(key) }));
    return;
  }
  const { tag } = favourite;
  try {
    const target = await workspace.target();
    if (target.ids.length === 0) return;
    const isEverywhere = await haveAll(workspace, tag, target.ids);
    await (isEverywhere ? tagEdits.remove(tag, target) : tagEdits.add(tag, target));
  } catch (error) {
    notices.fail(error);
  }
}

async function haveAll(
  { library: { client } }: Workspace,
  tag: string,
  ids: Awaited<ReturnType<Workspace["target"]>>["ids"],
): Promise<boolean> {
  for (const photos of inParts(ids)) {
    const { total, tags } = await client.request("tag.states", { photos });
    if (tags.find((own) => own.tag === tag)?.count !== total) return false;
  }
  return true;
}
