import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { fileHandlers } from "./file-handlers.ts";
import { folderHandlers } from "./folder-handlers.ts";
import { libraryHandlers } from "./library-handlers.ts";
import { mediaHandlers } from "./media-handlers.ts";
import { photoHandlers } from "./photo-handlers.ts";
import { tagHandlers } from "./tag-handlers.ts";

/** Every answer the engine can give, over one set of rooms. */
export function createHandlers(parts: Parts): Handlers {
  return {
    ...libraryHandlers(parts),
    ...folderHandlers(parts),
    ...photoHandlers(parts),
    ...fileHandlers(parts),
    ...tagHandlers(parts),
    ...mediaHandlers(parts),
  };
}
