import type { Folder } from "../../contract/folder.ts";
import { clearUnreadable } from "../catalog/failures.ts";
import { queueStuck } from "../catalog/mirror-queue.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { inBackground } from "../support/in-background.ts";
import type { Places } from "./places.ts";

type FolderHandlers = Pick<
  Handlers,
  | "folder.list"
  | "folder.add"
  | "folder.addPlace"
  | "folder.remove"
  | "folder.rescan"
  | "folder.pause"
  | "folder.ignore"
  | "place.list"
>;

export function folderHandlers(parts: Parts, places: Places): FolderHandlers {
  const { folders } = parts;

  async function add(path: string) {
    const folder = await folders.add(path);
    scan(folder);
    return folder;
  }

  /** The answer does not wait for it: photos appear as they are found. */
  function scan({ id, path }: Folder): void {
    if (parts.live) inBackground(`scan ${path}`, folders.scan(id));
  }

  return {
    "folder.list": () => folders.list(),
    "folder.add": ({ path }) => add(path),
    "folder.addPlace": ({ place }) => add(places.pathOf(place)),
    "folder.remove": async ({ id }) => {
      await folders.remove(id);
      return {};
    },
    "folder.rescan": ({ id }) => {
      // Rights that were given tell nothing about a file that had none, nor about an XMP file that could not be written.
      clearUnreadable(parts.db, [id]);
      parts.indexer.wake();
      queueStuck(parts.db, id);
      parts.mirrorUpkeep.wake();
      inBackground(`scan folder ${id}`, folders.scan(id));
      return {};
    },
    "folder.pause": async ({ id, isPaused }) => {
      const folder = await folders.pause(id, isPaused);
      if (!isPaused) {
        scan(folder);
        parts.indexer.wake();
      }
      return folder;
    },
    "folder.ignore": async ({ id, patterns }) => {
      const folder = await folders.ignore(id, patterns);
      // Nobody else looks in a library that is opened for this one command.
      if (parts.live) scan(folder);
      else await folders.scan(id);
      return folder;
    },
    "place.list": ({ place, files }) => places.list(place, files),
  };
}
