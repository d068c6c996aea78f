import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { inBackground } from "../support/in-background.ts";
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
    if (parts.live) inBackground(`scan ${folder.path}`, folders.scan(folder.id));
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
      inBackground(`scan folder ${id}`, folders.scan(id));
      return {};
    },
    "place.list": ({ place }) => places.list(place),
  };
}
