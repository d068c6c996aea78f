import type { TurnStep } from "../../electron/contract/value-names.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Turns the selected photos, or the focused one; in the viewer the one on the screen. */
export async function turnTarget(workspace: Workspace, by: TurnStep): Promise<void> {
  const { library } = workspace;
  try {
    const { ids } = await workspace.target();
    await library.turnEdits.turn(by, ids);
  } catch (error) {
    library.notices.fail(error);
  }
}
