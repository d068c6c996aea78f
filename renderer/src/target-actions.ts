/** @file What is done with the selected photos or the focused one. */
import type { Workspace } from "./workspace.svelte.ts";

/** Asks about the selected photos, or the focused one. */
export async function openPhotoDialog(
  workspace: Workspace,
  what: "export" | "trash" | "time",
): Promise<void> {
  try {
    const target = await workspace.target();
    if (target.ids.length === 0) return;
    if (what === "time") workspace.dialog = { time: target };
    else workspace.dialog = what === "trash" ? { trash: target } : { export: target };
  } catch (error) {
    workspace.library.notices.fail(error);
  }
}

/** Adds a tag to the selected photos, or the focused one, or removes it. */
export async function editTag(
  workspace: Workspace,
  how: "add" | "remove",
  tag: string,
): Promise<void> {
  const { tagEdits, notices } = workspace.library;
  try {
    await tagEdits[how](tag, await workspace.target());
  } catch (error) {
    notices.fail(error);
  }
}
