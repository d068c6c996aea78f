import type { Workspace } from "./workspace.svelte.ts";

/** Gives the keyboard to what is shown: a photo that is large, or the photos. */
export function focusBack(workspace: Workspace): void {
  const viewer = document.querySelector<HTMLElement>("[data-viewer]");
  if (viewer) viewer.focus();
  else void workspace.focusGrid();
}
