import { ExportTargets } from "../originals/export-targets.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { albumHandlers } from "./album-handlers.ts";
import { attentionHandlers } from "./attention-handlers.ts";
import { careHandlers } from "./care-handlers.ts";
import { duplicateHandlers } from "./duplicate-handlers.ts";
import { evaluateHandlers } from "./evaluate-handlers.ts";
import { exportHandlers, importHandlers } from "./exchange-handlers.ts";
import { fileHandlers } from "./file-handlers.ts";
import { folderHandlers } from "./folder-handlers.ts";
import { folderMoveHandlers } from "./folder-move-handlers.ts";
import { historyHandlers } from "./history-handlers.ts";
import { labelHandlers } from "./label-handlers.ts";
import { libraryHandlers } from "./library-handlers.ts";
import { locateHandlers } from "./locate-handlers.ts";
import { machineHandlers } from "./machine-handlers.ts";
import { mediaHandlers } from "./media-handlers.ts";
import { mirrorHandlers } from "./mirror-handlers.ts";
import { modelHandlers } from "./model-handlers.ts";
import { OpenedPictures } from "./opened-pictures.ts";
import { originalHandlers } from "./original-handlers.ts";
import { photoHandlers } from "./photo-handlers.ts";
import { Places } from "./places.ts";
import { similarHandlers } from "./similar-handlers.ts";
import { tagHandlers } from "./tag-handlers.ts";
import { timeHandlers } from "./time-handlers.ts";
import { valueHandlers } from "./value-handlers.ts";
import { viewHandlers } from "./view-handlers.ts";

/** Every answer the engine can give, over one set of rooms. */
export function createHandlers(parts: Parts): Handlers {
  const places = new Places();
  const pictures = new OpenedPictures(parts.paths);
  const issued = { places, targets: new ExportTargets() };
  return {
    ...libraryHandlers(parts),
    ...careHandlers(parts),
    ...attentionHandlers(parts),
    ...duplicateHandlers(parts),
    ...folderHandlers(parts, places),
    ...folderMoveHandlers(parts, places),
    ...originalHandlers(parts, issued),
    ...locateHandlers(parts, places),
    ...photoHandlers(parts),
    ...fileHandlers(parts),
    ...tagHandlers(parts),
    ...albumHandlers(parts, pictures),
    ...mirrorHandlers(parts),
    ...exportHandlers(parts, issued),
    ...importHandlers(parts, issued),
    ...timeHandlers(parts),
    ...valueHandlers(parts),
    ...similarHandlers(parts, pictures),
    ...evaluateHandlers(parts),
    ...labelHandlers(parts),
    ...historyHandlers(parts),
    ...modelHandlers(parts),
    ...machineHandlers(parts),
    ...mediaHandlers(parts),
    ...viewHandlers(parts),
  };
}
