import type { Folder, RescanReason } from "../../../electron/contract/folder.ts";
import type { FolderMirror } from "../../../electron/contract/mirror.ts";
import { CONFLICT, UNWRITTEN } from "./query-text.ts";
import { say, type MessageKey } from "../messages/say.ts";

const reasons: Record<RescanReason, MessageKey> = {
  network: "folder.rescan.network",
  "watch-limit": "folder.rescan.watch-limit",
  "handle-limit": "folder.rescan.handle-limit",
  "watch-failed": "folder.rescan.watch-failed",
};

/**
 * What the user should know of a folder that does not keep itself up to date; undefined for one that does.
 * `name`: what the folder is called.
 */
export function folderNote(
  { state, rescanReason, foundAt }: Folder,
  name: string,
): string | undefined {
  if (state === "rescan-only" && rescanReason) return say(reasons[rescanReason], { name });
  if (state === "paused") return say("folder.paused");
  if (state !== "offline") return undefined;
  return foundAt === undefined
    ? say("folder.offline", { name })
    : say("folder.offline.found", { name, path: foundAt });
}

export interface MirrorTrouble {
  readonly text: string;
  /** Finds the photos, of all folders. */
  readonly query: string;
}

/** What stands between a folder's photos and their XMP files; what only waits is no trouble. */
export function mirrorTrouble(mirror: FolderMirror | undefined): readonly MirrorTrouble[] {
  if (!mirror) return [];
  const { conflicts, readOnly, failed } = mirror;
  const stuck = readOnly + failed;
  return [
    ...(conflicts > 0
      ? [{ text: say("sidecars.conflicts", { count: conflicts }), query: CONFLICT }]
      : []),
    ...(stuck > 0 ? [{ text: say("sidecars.stuck", { count: stuck }), query: UNWRITTEN }] : []),
  ];
}
