import { albumMenus, shownAlbum } from "./album-actions.ts";
import { careMenu } from "./care-actions.ts";
import type { Command } from "./keys/key-table.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { markMenu } from "./marking.ts";
import { recentTags, tagsOnPhotos } from "./menu-tags.ts";
import { photoMenu } from "./photo-menu.ts";
import { similarMenu } from "./similar-host.ts";
import type { MenuItem } from "./ui/menu-item.ts";
import { editTag, openPhotoDialog } from "./target-actions.ts";
import { MOST_COMPARED } from "./viewer/compare/comparing.svelte.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** The menu of the selected photos of one of the grids. */
export function menuFor(
  workspace: Workspace,
  selection: Selection,
  run: (command: Command) => void,
): readonly MenuItem[] {
  const { library } = workspace;
  return photoMenu(selection, {
    run,
    together: togetherWith(workspace, selection),
    addTag: (tag) => void editTag(workspace, "add", tag),
    removeTag: (tag) => void editTag(workspace, "remove", tag),
    hasTags: library.state.tags.length > 0,
    recentTags: () => recentTags(workspace),
    tagsOnPhotos: () => tagsOnPhotos(workspace, selection),
    marks: markMenu(workspace),
    moveTime: () => void openPhotoDialog(workspace, "time"),
    similarItems: similarMenu(workspace, selection, run),
    careItems: careMenu(workspace, selection),
    albumMenus: albumMenus(workspace, selection, run),
    trash: () => void openPhotoDialog(workspace, "trash"),
    isAlbumShown: shownAlbum(workspace, selection) !== undefined,
    canShowInFolder: library.shell !== undefined,
  });
}

/** The selected ones, or the photos of a group, as many as can be compared. */
function togetherWith({ group }: Workspace, selection: Selection): number {
  if (selection !== group.selection) return selection.targetCount;
  return Math.min(group.set.total, MOST_COMPARED.compare);
}
