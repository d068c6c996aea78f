import type { Folder } from "../../electron/contract/folder.ts";
import { folderName } from "./library/folder-name.ts";
import { folderQuery } from "./library/query-text.ts";
import { say } from "./messages/say.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Opens the setting of the XMP files of the folder at a path. */
export function openSidecars(workspace: Workspace, folderPath: string): void {
  const folder = workspace.library.state.folders.find(({ path }) => path === folderPath);
  if (folder) workspace.dialog = { sidecars: folder.id };
}

export function folderAdded(workspace: Workspace, { path, photoCount }: Folder): void {
  const name = folderName(path);
  workspace.library.notices.show(
    photoCount > 0
      ? say("folder.added.counted", { name, count: photoCount })
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
