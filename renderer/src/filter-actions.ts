import { tick } from "svelte";
import { lateViews } from "./late-views.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Filters are of the library's photos, in the grid or on the map; what covers both hides them. */
export function canFilter({ page, similar }: Workspace): boolean {
  return (page === null || page === "map") && similar.step === undefined;
}

/** Opens the filters and gives them the keyboard, or closes them and gives it back. */
export function toggleFilters(workspace: Workspace): void {
  if (workspace.isViewing || !canFilter(workspace)) return;
  const hadFocus = document.activeElement?.closest("[data-filters]") !== null;
  workspace.panels.toggleFilters();
  void moveFocus(workspace, hadFocus);
}

async function moveFocus(workspace: Workspace, hadFocus: boolean): Promise<void> {
  if (workspace.panels.isFilterOpen) await lateViews.filters.load();
  await tick();
  if (workspace.panels.isFilterOpen)
    document.querySelector<HTMLElement>("[data-filters] h2")?.focus({ preventScroll: true });
  else if (hadFocus && workspace.page === null) await workspace.focusGrid();
}
