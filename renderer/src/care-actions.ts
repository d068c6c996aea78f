import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
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
    locate: () => void locate(workspace, onlyShown(workspace)),
  };
}

/** What the menu of photos begins with where all of them are missing, or could not be shown. */
export function careMenu(workspace: Workspace, selection: Selection): readonly MenuItem[] {
  const photos = selection.targetPhotos();
  const ids = photos.map(({ id }) => id);
  if (photos.length === 0 || photos.length < selection.targetCount) return [];
  if (photos.every(({ isMissing }) => isMissing)) {
    return [
      item(
        "care.locate",
        () => void locate(workspace, photos.length === 1 ? photos[0] : undefined),
      ),
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

/** One photo is given its file; where many are gone, they are in a folder that the library does not have yet. */
async function locate(workspace: Workspace, photo: Photo | undefined): Promise<void> {
  const { shell, careEdits, notices } = workspace.library;
  if (!photo) return workspace.addFolder();
  if (!shell) {
    workspace.dialog = { locatePhoto: photo };
    return;
  }
  try {
    const entry = await shell.locatePhoto(photo.id);
    if (entry !== null) careEdits.located(photo.name, entry);
  } catch (error) {
    notices.fail(error);
  }
}

/** The selected photo, or without a selection the one that is shown; undefined where there are several. */
function onlyShown({ mainSelection, main }: Workspace): Photo | undefined {
  if (mainSelection.count > 0)
    return mainSelection.count === 1 ? mainSelection.targetPhotos()[0] : undefined;
  return main.total === 1 ? main.photoAt(0) : undefined;
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
