import type { GridOrder } from "./library/photos/photo-order.ts";
import { orderText } from "./sorting/order-words.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Sorts and groups what is shown, and everything like it from now on. */
export async function setOrder(workspace: Workspace, order: GridOrder): Promise<void> {
  const { main, panels, library, grids } = workspace;
  // Who has not left the top wants to see what comes first now.
  if (grids.main && grids.main.scroll.yPx > 0) grids.main.anchorFocus();
  panels.setOrder(workspace.kindOf(main.query), order);
  try {
    await main.reorder();
    library.notices.announce(orderText(order));
  } catch (error) {
    library.notices.fail(error);
  }
}
