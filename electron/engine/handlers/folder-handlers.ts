import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { log } from "../support/log.ts";
import { Places } from "./places.ts";

type FolderHandlers = Pick<
  Handlers,
  | "folder.list"
  | "folder.add"
  | "folder.addPlace"
  | "folder.remove"
  | "folder.rescan"
  | "place.list"
>;

export function folderHandlers(parts: Parts): FolderHandlers {
  const { folders } = parts;
  const places = new Places();

  async function add(path: string) {
    const folder = await folders.add(path);
    // The answer does not wait for the scan: photos appear as they are found.
    if (parts.live) scan(folders.scan(folder.id), folder.path);
    return folder;
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
      scan(folders.scan(id), String(id));
      return {};
    },
    "place.list": ({ place }) => places.list(place),
  };
}

function scan(scanned: Promise<void>, what: string): void {
  scanned.catch((error: unknown) => log.error(`could not scan ${what}`, error));
}
