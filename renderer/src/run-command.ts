import type { Command } from "./keys/key-table.ts";
import { say } from "./messages/say.ts";
import { stepRegion } from "./regions.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** What each command does, wherever it was asked for. Movements are the grid's own. */
export function runCommand(workspace: Workspace, command: Command): void {
  const { selection, panels, library } = workspace;
  const actions: Partial<Record<Command, () => void>> = {
    toggle: () => selection.apply(selection.focus, "toggle"),
    "select-all": () => change(() => selection.all()),
    "select-none": () => change(() => selection.none()),
    "select-invert": () => change(() => selection.invert()),
    open: () => (workspace.isViewing = selection.focusedPhoto !== undefined),
    "find-similar": () => void workspace.findSimilar(),
    "add-tag": () => workspace.openTagging(),
    "remove-tag": () => openDetailTags(workspace),
    "copy-path": () => void workspace.copyPaths(),
    "show-in-folder": () => showInFolder(workspace),
    export: () => void workspace.openPhotoDialog("export"),
    trash: () => void workspace.openPhotoDialog("trash"),
    undo: () => library.notices.undo(),
    // The details are of photos, which the settings cover.
    details: () => workspace.settings.isOpen || panels.toggleDetail(),
    sidebar: () => panels.toggleSidebar(),
    larger: () => workspace.resize(1),
    smaller: () => workspace.resize(-1),
    search: () => document.querySelector<HTMLElement>("[data-search]")?.focus(),
    "add-folder": () => void workspace.addFolder(),
    settings: () => toggleSettings(workspace),
    help: () => (workspace.dialog = "help"),
    "next-region": () => stepRegion(1),
    "previous-region": () => stepRegion(-1),
    back: () => goBack(workspace),
  };
  actions[command]?.();

  function change(select: () => void): void {
    select();
    library.notices.announce(say("selection.announce", { count: selection.count }));
  }
}

/** Closes the topmost, then clears the selection, then goes back. */
function goBack(workspace: Workspace): void {
  const { selection, panels, active, similar, library, settings } = workspace;
  if (workspace.isViewing) workspace.isViewing = false;
  else if (panels.isNarrow && panels.isDrawerOpen) panels.isDrawerOpen = false;
  else if (settings.isOpen) void workspace.closeSettings();
  else if (panels.isDetailOpen && panels.isDetailFloating) panels.toggleDetail();
  else if (selection.count > 1) selection.none();
  else if (active === "similar" && similar.query) void workspace.similarBack();
  else if (selection.count > 0) selection.none();
  else if (similar.query) void workspace.similarBack();
  else library.notices.dismiss();
}

function toggleSettings(workspace: Workspace): void {
  if (workspace.settings.isOpen) void workspace.closeSettings();
  else workspace.openSettings();
}

function showInFolder({ library, selection }: Workspace): void {
  const photo = selection.focusedPhoto;
  if (!photo || !library.shell) return;
  library.shell.showInFolder(photo.id).catch((error: unknown) => library.notices.fail(error));
}

/** Tags are removed where they are listed. */
function openDetailTags({ panels }: Workspace): void {
  if (!panels.isDetailOpen) panels.toggleDetail();
}
