import type { PhotoId } from "../../electron/contract/photo.ts";
import type { CareActions } from "./care/care-actions.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { say, type MessageKey } from "./messages/say.ts";
import type { MenuItem } from "./ui/menu-item.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** What is done about photos that are missing or could not be shown: the selected ones, or all that are shown. */
export function careActions(workspace: Workspace): CareActions {
  const { library } = workspace;
  return {
    retry: (code) => void library.careEdits.retry({ code }),
    retryShown: () => void withShown(workspace, (photos) => library.careEdits.retry({ photos })),
    forgetShown: () =>
      void withShown(workspace, (photos) => void (workspace.dialog = { forget: photos })),
    check: () => void library.careEdits.check(library.state.folders.map(({ id }) => id)),
    locate: () => void workspace.addFolder(),
  };
}

/** What the menu of photos begins with where all of them are missing, or could not be shown. */
export function careMenu(workspace: Workspace, selection: Selection): readonly MenuItem[] {
  const photos = selection.targetPhotos();
  const ids = photos.map(({ id }) => id);
  if (photos.length === 0 || photos.length < selection.targetCount) return [];
  if (photos.every(({ isMissing }) => isMissing)) {
    return [
      item("care.locate", () => void workspace.addFolder()),
      item("care.forget", () => (workspace.dialog = { forget: ids })),
      { kind: "separator" },
    ];
  }
  if (photos.some(({ state }) => state !== "failed")) return [];
  return [
    item("care.retry", () => void workspace.library.careEdits.retry({ photos: ids })),
    ...(photos.length === 1
      ? [item("care.why", () => workspace.panels.set({ isDetailOpen: true }))]
      : []),
    { kind: "separator" },
  ];
}

function item(text: MessageKey, run: () => void): MenuItem {
  return { kind: "action", label: say(text), run };
}

async function withShown(
  { mainSelection, main, library: { notices } }: Workspace,
  act: (photos: PhotoId[]) => Promise<void> | void,
): Promise<void> {
  try {
    const photos =
      mainSelection.count > 0 ? await mainSelection.targetIds() : await main.readIds(0, main.total);
    if (photos.length > 0) await act([...photos]);
  } catch (error) {
    notices.fail(error);
  }
}
