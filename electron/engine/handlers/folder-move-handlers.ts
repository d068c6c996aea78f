import type { FolderId, Relocation } from "../../contract/folder.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { inBackground } from "../support/in-background.ts";
import type { Places } from "./places.ts";

type FolderMoveHandlers = Pick<
  Handlers,
  | "folder.relocate"
  | "folder.relocatePlace"
  | "folder.takeFound"
  | "folder.listRemoved"
  | "folder.forget"
>;

/** Folders that are elsewhere now, and those that left the library. */
export function folderMoveHandlers(parts: Parts, places: Places): FolderMoveHandlers {
  const { folders } = parts;

  function relocate(id: FolderId, path: string, isForced: boolean): Promise<Relocation> {
    return settle(folders.relocate(id, path, { isForced }));
  }

  /** Words follow the folder's name, and what is new at its new place is found. */
  async function settle(move: Promise<Relocation>): Promise<Relocation> {
    const relocation = await move;
    const { id, path } = relocation.folder;
    parts.labelUpkeep.refreshTexts();
    if (parts.live) inBackground(`scan ${path}`, folders.scan(id));
    return relocation;
  }

  return {
    "folder.relocate": ({ id, path, isForced }) => relocate(id, path, isForced),
    "folder.relocatePlace": ({ id, place, isForced }) =>
      relocate(id, places.pathOf(place), isForced),
    "folder.takeFound": ({ id }) => settle(folders.takeFound(id)),
    "folder.listRemoved": () => folders.listRemoved(),
    "folder.forget": ({ id }) => folders.forget(id),
  };
}
