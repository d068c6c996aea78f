/** @file Pictures from outside that are dropped on the window or pasted. */
import { findSimilarTo } from "./find-similar.ts";
import { pictureIn, type PictureOrigin } from "./library/send-picture.ts";
import { say } from "./messages/say.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Whether files from outside are over the window, and it takes them. */
export function isFileDrag({ library, dialog }: Workspace, { dataTransfer }: DragEvent): boolean {
  const isOurs = library.drag.current !== undefined;
  return !isOurs && dialog === undefined && (dataTransfer?.types.includes("Files") ?? false);
}

/** Shows what is similar to the first picture among what was given. Where files were given and none is a picture, that is told. */
export function searchLike(
  workspace: Workspace,
  data: DataTransfer | null,
  origin: PictureOrigin,
): void {
  if (workspace.dialog !== undefined) return;
  const file = pictureIn(data);
  const other = data?.files[0];
  if (file) void findSimilarTo(workspace, file, origin);
  else if (other) {
    const text = say("similar.picture.other");
    workspace.library.notices.refuse(say("similar.picture.failed", { name: other.name, text }));
  }
}

/** Adds the folders of dropped files, and dropped folders themselves. Only the desktop app knows where they are. */
export async function addFoldersOf(workspace: Workspace, data: DataTransfer | null): Promise<void> {
  const { shell, notices } = workspace.library;
  const files = [...(data?.files ?? [])];
  if (!shell || files.length === 0) return;
  try {
    const outcome = await shell.addFoldersOf(files);
    if (outcome === "nowhere") notices.refuse(say("drop.nowhere"));
    else if (outcome === "added") workspace.refreshSoon();
  } catch (error) {
    notices.fail(error);
  }
}
