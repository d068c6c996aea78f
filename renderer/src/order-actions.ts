import type { GridOrder } from "./library/photos/photo-order.ts";
import { orderText } from "./sorting/order-words.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Sorts and groups what is shown, and everything like it from now on. */
export async function setOrder(workspace: Workspace, order: GridOrder): Promise<void> {
  const { main, mainSelection, panels, library, grids } = workspace;
  // Who is at the top and has chosen nothing looks at the order and not at a photo.
  const isAtPhoto = mainSelection.count > 0 || (grids.main?.scroll.yPx ?? 0) > 0;
  if (isAtPhoto) grids.main?.anchorFocus();
  panels.setOrder(workspace.kindOf(main.query), order);
  try {
    await main.reorder();
    library.notices.announce(orderText(order));
  } catch (error) {
    library.notices.fail(error);
  }
}
