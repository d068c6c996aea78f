import { addToTarget, removeFromShown, saveSearch, shownAlbum } from "./album-actions.ts";
import { toggleFilters } from "./filter-actions.ts";
import { askForRegion, findSimilar, refineSimilar, shiftDepth } from "./find-similar.ts";
import { favourites, type Command } from "./keys/key-table.ts";
import { markOf } from "./keys/mark-keys.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { surroundAfter } from "./library/surround.ts";
import { shownTileMarks } from "./library/shown-tile-marks.svelte.ts";
import { tileMarksAfter } from "./library/tile-marks.ts";
import { say } from "./messages/say.ts";
import { stepRegion } from "./regions.ts";
import { toggleFavourite } from "./tag-actions.ts";
import { turnTarget } from "./turn-target.ts";
import type { ComparingKind } from "./viewer/compare/comparing.svelte.ts";
import { goTo } from "./view-travel.ts";
import { openPhotoDialog } from "./target-actions.ts";
import { askWhy } from "./why-actions.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** What each command does, wherever it was asked for. Movements are the grid's own. */
export function runCommand(workspace: Workspace, command: Command): void {
  const { selection, panels, library } = workspace;
  if (!workspace.judging.accepts(command)) return;
  const marking = markOf(command);
  if (marking) void workspace.marking.press(marking.mark, marking);
  const actions: Partial<Record<Command, () => void>> = {
    ...selectActions(workspace),
    open: () => (workspace.isViewing = selection.focusedPhoto !== undefined),
    ...judgingActions(workspace),
    ...similarCommands(workspace),
    "add-tag": () => workspace.openTagging("add"),
    "remove-tag": () => workspace.openTagging("remove"),
    ...favouriteActions(workspace),
    ...turnActions(workspace),
    "copy-path": () => void copyPaths(workspace),
    "show-in-folder": () => showInFolder(workspace),
    export: () => void openPhotoDialog(workspace, "export"),
    "target-album": () => void addToTarget(workspace),
    "save-search": () => saveSearch(workspace),
    trash: () => removeOrTrash(workspace),
    undo: () => void library.history.undo(),
    redo: () => void library.history.redo(),
    // The details are of photos, which a page covers.
    details: () => (workspace.page !== null && !workspace.isViewing) || panels.toggleDetail(),
    sidebar: () => panels.toggleSidebar(),
    filters: () => toggleFilters(workspace),
    ...lookActions(workspace),
    larger: () => workspace.resize(1),
    smaller: () => workspace.resize(-1),
    search: () => document.querySelector<HTMLElement>("[data-search]")?.focus(),
    "add-folder": () => void workspace.addFolder(),
    settings: () => toggleSettings(workspace),
    help: () => (workspace.dialog = "help"),
    surround: () => stepSurround(workspace),
    slideshow: () => toggleSlideshow(workspace),
    "full-screen": () => void toggleFullScreen(workspace),
    "next-region": () => stepRegion(1),
    "previous-region": () => stepRegion(-1),
    back: () => goBack(workspace),
    "go-back": () => leaveView(workspace),
    "go-forward": () => goForward(workspace),
  };
  actions[command]?.();
}

function selectActions({ selection, library }: Workspace): Partial<Record<Command, () => void>> {
  return {
    toggle: () => selection.apply(selection.focus, "toggle"),
    "select-all": () => change(() => selection.all()),
    "select-none": () => change(() => selection.none()),
    "select-section": () => change(() => selectSection(selection)),
    "select-invert": () => change(() => selection.invert()),
  };

  function change(select: () => void): void {
    select();
    library.notices.announce(say("selection.announce", { count: selection.count }));
  }
}

function lookActions(workspace: Workspace): Partial<Record<Command, () => void>> {
  return {
    map: () => toggleMap(workspace),
    grid: () => showGrid(workspace),
    "go-to-date": () => askForDate(workspace),
    "tile-marks": () => stepTileMarks(workspace),
  };
}

function turnActions(workspace: Workspace): Partial<Record<Command, () => void>> {
  return {
    "turn-left": () => void turnTarget(workspace, -90),
    "turn-right": () => void turnTarget(workspace, 90),
  };
}

function favouriteActions(workspace: Workspace): Partial<Record<Command, () => void>> {
  return Object.fromEntries(
    favourites.map((key) => [`favourite.${key}`, () => void toggleFavourite(workspace, key)]),
  );
}

function similarCommands(workspace: Workspace): Partial<Record<Command, () => void>> {
  return {
    "find-similar": () => void findSimilar(workspace),
    "more-like": () => void refineSimilar(workspace, "more"),
    "less-like": () => void refineSimilar(workspace, "less"),
    region: () => void askForRegion(workspace),
    why: () => askWhy(workspace),
    "depth-looks": () => shiftDepth(workspace, -1),
    "depth-means": () => shiftDepth(workspace, 1),
  };
}

/** Of the photo that has the keyboard. */
function selectSection(selection: Selection): void {
  const { focus, set } = selection;
  const section = set.sections.find(({ start, count }) => focus >= start && focus < start + count);
  if (section) selection.toggleSection(section);
}

function judgingActions(workspace: Workspace): Partial<Record<Command, () => void>> {
  return {
    compare: () => compare(workspace, "compare"),
    survey: () => compare(workspace, "survey"),
    cull: () => workspace.judging.toggleCulling(),
  };
}

/** Of a group all are meant, without anybody having selected them. */
function compare(workspace: Workspace, kind: ComparingKind): void {
  if (workspace.isGroupShown && !workspace.judging.view) workspace.group.selectFor(kind);
  void workspace.judging.toggleComparing(kind);
}

/** In an album the key takes photos out of it; the files go to the trash by the menu. */
function removeOrTrash(workspace: Workspace): void {
  const album = shownAlbum(workspace, workspace.selection);
  if (album) void removeFromShown(workspace, album);
  else void openPhotoDialog(workspace, "trash");
}

/** Closes the topmost, then clears the selection, then goes back. */
function goBack(workspace: Workspace): void {
  const { selection, panels, active, similar, library } = workspace;
  if (workspace.judging.view) void leaveJudging(workspace);
  else if (workspace.isViewing) void workspace.closeViewer();
  else if (panels.isNarrow && panels.isDrawerOpen) panels.isDrawerOpen = false;
  else if (workspace.page !== null) void workspace.closePage();
  else if (panels.isDetailOpen && panels.isDetailFloating) panels.toggleDetail();
  else if (workspace.isFiltering && (panels.isFilterFloating || panels.isFilterSheet))
    toggleFilters(workspace);
  else if (selection.count > 1) selection.none();
  else if (active === "similar" && similar.step) void workspace.similarBack();
  else if (selection.count > 0) selection.none();
  else if (similar.step) void workspace.similarBack();
  else library.notices.dismiss();
}

/** Out of the whole screen first, where it was taken. */
async function leaveJudging({ fullScreen, judging }: Workspace): Promise<void> {
  if (fullScreen.isOn) await fullScreen.leave();
  else await judging.close();
}

/** From one photo, or from what is like another, back to the photos; from there to the view before. Panels stay. */
function leaveView(workspace: Workspace): void {
  if (workspace.judging.view) void workspace.judging.close();
  else if (workspace.isViewing) void workspace.closeViewer();
  else if (workspace.page === null && workspace.similar.step) void workspace.similarBack();
  else if (workspace.views.canGoBack) void goTo(workspace, -1);
  else if (workspace.page !== null) void workspace.closePage();
}

/** To the next question about similar photos, where there is one, else to the view after this one. */
function goForward(workspace: Workspace): void {
  const { similar, views } = workspace;
  if (workspace.isCovered) return;
  const isSimilar = similar.step !== undefined || !views.canGoForward;
  if (workspace.page === null && isSimilar && similar.canGoForward) {
    workspace.active = "similar";
    void similar.goTo(similar.at + 1);
  } else void goTo(workspace, 1);
}

/** From whatever shows photos larger, or on a map, back to the grid. */
function showGrid(workspace: Workspace): void {
  if (workspace.judging.view) void workspace.judging.close();
  else if (workspace.isViewing) void workspace.closeViewer();
  else if (workspace.page === "map") void workspace.closePage();
}

function askForDate(workspace: Workspace): void {
  const { page, isCovered, main } = workspace;
  if (page === null && !isCovered && main.total > 0) workspace.dialog = "go-to-date";
}

function stepTileMarks({ panels, library }: Workspace): void {
  const tileMarks = tileMarksAfter(shownTileMarks());
  panels.set({ tileMarks });
  library.notices.announce(say("tile-marks.now", { name: say(`tile-marks.${tileMarks}`) }));
}

/** The photos and the map are two faces of one query. */
function toggleMap(workspace: Workspace): void {
  if (workspace.page === "map") void workspace.closePage();
  else workspace.openPage("map");
}

function toggleSettings(workspace: Workspace): void {
  if (workspace.page === "settings") void workspace.closePage();
  else workspace.openSettings();
}

/** The surround is of the viewer, and another one of photos that are judged; a grid has none. */
function stepSurround({ isViewing, judging, panels, library }: Workspace): void {
  if (!isViewing && !judging.view) return;
  const { surround: own = "canvas", judgingSurround = "middle" } = panels.preferences;
  const surround = surroundAfter(judging.view ? judgingSurround : own);
  panels.set(judging.view ? { judgingSurround: surround } : { surround });
  library.notices.announce(say("surround.now", { name: say(`surround.${surround}`) }));
}

function toggleSlideshow(workspace: Workspace): void {
  const { slideshow, selection } = workspace;
  if (slideshow.isRunning) void slideshow.stop();
  else if (selection.focusedPhoto) {
    workspace.isViewing = true;
    void slideshow.start();
  }
}

async function toggleFullScreen({ fullScreen, library }: Workspace): Promise<void> {
  if (fullScreen.isOn) await fullScreen.leave();
  else if (!(await fullScreen.enter())) library.notices.refuse(say("full-screen.failed"));
}

async function copyPaths({ selection, library: { notices } }: Workspace): Promise<void> {
  const paths = selection.targetPhotos().map(({ path }) => path);
  if (paths.length === 0) return;
  try {
    await navigator.clipboard.writeText(paths.join("\n"));
    notices.show(say("copy.done", { count: paths.length }));
  } catch {
    // A browser refuses without saying why.
    notices.refuse(say("copy.failed"));
  }
}

function showInFolder({ library, selection }: Workspace): void {
  const photo = selection.focusedPhoto;
  if (!photo || !library.shell) return;
  library.shell.showInFolder(photo.id).catch((error: unknown) => library.notices.fail(error));
}
