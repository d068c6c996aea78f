import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { evaluateHandlers } from "./evaluate-handlers.ts";
import { fileHandlers } from "./file-handlers.ts";
import { folderHandlers } from "./folder-handlers.ts";
import { labelHandlers } from "./label-handlers.ts";
import { libraryHandlers } from "./library-handlers.ts";
import { machineHandlers } from "./machine-handlers.ts";
import { mediaHandlers } from "./media-handlers.ts";
import { modelHandlers } from "./model-handlers.ts";
import { photoHandlers } from "./photo-handlers.ts";
import { similarHandlers } from "./similar-handlers.ts";
import { tagHandlers } from "./tag-handlers.ts";

/** Every answer the engine can give, over one set of rooms. */
export function createHandlers(parts: Parts): Handlers {
  return {
    ...libraryHandlers(parts),
    ...folderHandlers(parts),
    ...photoHandlers(parts),
    ...fileHandlers(parts),
    ...tagHandlers(parts),
    ...similarHandlers(parts),
    ...evaluateHandlers(parts),
    ...labelHandlers(parts),
    ...modelHandlers(parts),
    ...machineHandlers(parts),
    ...mediaHandlers(parts),
  };
}
