import type { GridOrder } from "./library/photos/photo-order.ts";
import { orderText } from "./sorting/order-words.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Sorts and groups what is shown, and everything like it from now on. */
export async function setOrder(workspace: Workspace, order: GridOrder): Promise<void> {
  const { main, panels, library } = workspace;
  panels.setOrder(workspace.kindOf(main.query), order);
  try {
    await main.reorder();
    library.notices.announce(orderText(order));
  } catch (error) {
    library.notices.fail(error);
  }
}
