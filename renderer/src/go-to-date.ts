import { isDate, placeOfDate } from "./dates/date-text.ts";
import { HEADER_PX } from "./grid/grid-controller.svelte.ts";
import { rowOfPhoto } from "./grid/layout/rows.ts";
import { NEWEST } from "./library/photos/photo-order.ts";
import { setOrder } from "./order-actions.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Whether the photos that are shown follow each other by the time that they were taken at, all of them. */
export function areByDate({ main }: Workspace): boolean {
  return main.order.sort === "taken" && main.order.groupBy !== "folder";
}

/** The month that is at the top of the grid, to begin with; "" where there is none. */
export function shownMonth(workspace: Workspace): string {
  const grid = workspace.grids.main;
  const key = grid && workspace.main.sections[grid.currentSection]?.key;
  return key !== undefined && areByDate(workspace) && isDate(key) ? key.slice(0, 7) : "";
}

/**
 * Brings the keyboard to the first photo of a year, month or day, else to the one that comes where it would be. Photos in another
 * order are sorted by date first.
 *
 * @param date as `2019`, `2019-07` or `2019-07-14`.
 */
export async function goToDate(workspace: Workspace, date: string): Promise<void> {
  const { main, mainSelection, library } = workspace;
  if (!areByDate(workspace)) await setOrder(workspace, NEWEST);
  const { isReversed } = main.order;
  const days = await library.client.request("photo.segments", {
    query: main.query,
    sort: "taken",
    isReversed,
    groupBy: "day",
  });
  if (main.total === 0) return;
  workspace.active = "main";
  const index = Math.min(placeOfDate(days.segments, date, isReversed), main.total - 1);
  mainSelection.apply(index, "focus");
  showAtTop(workspace, index);
  await workspace.focusGrid();
}

/** What one goes to is seen with what follows it; a photo that begins a section, under the section's title. */
function showAtTop({ grids: { main: grid }, main }: Workspace, index: number): void {
  if (!grid) return;
  const section = main.sections.findIndex(({ start }) => start === index);
  const { topPx } = grid.layout;
  if (section >= 0) grid.jumpToSection(section);
  else grid.jump(topPx[rowOfPhoto(grid.layout, index)]! - HEADER_PX);
}
