import type { Folder } from "../../electron/contract/folder.ts";
import { isDenied } from "./library/folder-note.ts";
import { folderQuery } from "./library/query-text.ts";
import { say } from "./messages/say.ts";
import type { FolderActions } from "./settings/folders/folder-actions.ts";
import { FolderReadingIcon, PauseIcon, PlayIcon } from "./ui/icons.ts";
import type { MenuItem } from "./ui/menu-item.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Opens the setting of the XMP files of the folder at a path. */
export function openSidecars(workspace: Workspace, folderPath: string): void {
  const folder = workspace.library.state.folders.find(({ path }) => path === folderPath);
  if (folder) workspace.dialog = { sidecars: folder.id };
}

export function folderAdded(workspace: Workspace, folder: Folder): void {
  const name = workspace.library.state.titleOf(folder);
  workspace.library.notices.show(
    folder.photoCount > 0
      ? say("folder.added.counted", { name, count: folder.photoCount })
      : say("folder.added", { name }),
  );
  workspace.refreshSoon();
}

/** What the grid shows of the folder goes with it. */
export function folderRemoved(workspace: Workspace, { path }: Folder): void {
  if (workspace.search.query === folderQuery(path)) workspace.show("");
  workspace.refreshSoon();
}

/** Asks where a folder is now. */
export async function locateFolder(workspace: Workspace, folder: Folder): Promise<void> {
  const { shell } = workspace.library;
  if (!shell) workspace.dialog = { locate: folder };
  else if (await shell.locateFolder(folder.id)) workspace.refreshSoon();
}

/** What the settings do with folders. */
export function folderActions(workspace: Workspace): FolderActions {
  return {
    items: (folder) => folderMenu(workspace, folder),
    add: () => void workspace.addFolder(),
    locate: (folder) => void locateFolder(workspace, folder),
    ignore: (folder) => (workspace.dialog = { ignore: folder }),
    forget: (folder) => (workspace.dialog = { forgetFolder: folder }),
    show: (query) => workspace.show(query),
  };
}

/** The menu of a folder, the same wherever it is listed. */
export function folderMenu(workspace: Workspace, folder: Folder): readonly MenuItem[] {
  const isPaused = folder.state === "paused";
  const check: MenuItem = {
    kind: "action",
    label: say("folder.check"),
    icon: FolderReadingIcon,
    run: () => void checkFolder(workspace, folder),
  };
  return [
    {
      kind: "action",
      label: say("folder.show"),
      run: () => workspace.show(folderQuery(folder.path)),
    },
    { kind: "separator" },
    ...(isPaused ? [] : [check]),
    {
      kind: "action",
      label: say(isPaused ? "folder.resume" : "folder.pause"),
      icon: isPaused ? PlayIcon : PauseIcon,
      run: () => void pauseFolder(workspace, folder, { isPaused: !isPaused }),
    },
    {
      kind: "action",
      label: say("folder.ignore"),
      run: () => (workspace.dialog = { ignore: folder }),
    },
    {
      kind: "action",
      label: say("folder.sidecars"),
      run: () => (workspace.dialog = { sidecars: folder.id }),
    },
    { kind: "separator" },
    ...(folder.state === "offline" && !isDenied(folder) ? [locateItem(workspace, folder)] : []),
    {
      kind: "action",
      label: say("folder.remove"),
      run: () => (workspace.dialog = { remove: folder }),
    },
  ];
}

function locateItem(workspace: Workspace, folder: Folder): MenuItem {
  return {
    kind: "action",
    label: say("folder.locate"),
    run: () => void locateFolder(workspace, folder),
  };
}

/** Walks a folder now. */
export async function checkFolder(workspace: Workspace, folder: Folder): Promise<void> {
  const { client, notices, state } = workspace.library;
  try {
    await client.request("folder.rescan", { id: folder.id });
    notices.show(say("folder.checking", { name: state.titleOf(folder) }));
  } catch (error) {
    const run = (): void => void checkFolder(workspace, folder);
    notices.fail(error, { label: say("action.try-again"), run });
  }
}

async function pauseFolder(
  workspace: Workspace,
  folder: Folder,
  { isPaused }: { readonly isPaused: boolean },
): Promise<void> {
  const { client, notices, state } = workspace.library;
  const text = isPaused ? "folder.pause.done" : "folder.resume.done";
  try {
    await client.request("folder.pause", { id: folder.id, isPaused });
    notices.show(say(text, { name: state.titleOf(folder) }));
    state.refreshSoon();
  } catch (error) {
    notices.fail(error);
  }
}
