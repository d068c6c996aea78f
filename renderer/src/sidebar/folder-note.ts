import type { Folder, RescanReason } from "../../../electron/contract/folder.ts";
import { folderName } from "../library/folder-name.ts";
import { say, type MessageKey } from "../messages/say.ts";

const reasons: Record<RescanReason, MessageKey> = {
  network: "folder.rescan.network",
  "watch-limit": "folder.rescan.watch-limit",
  "handle-limit": "folder.rescan.handle-limit",
  "watch-failed": "folder.rescan.watch-failed",
};

/** What the user should know of a folder that does not keep itself up to date; undefined for one that does. */
export function folderNote({ path, state, rescanReason, foundAt }: Folder): string | undefined {
  const name = folderName(path);
  if (state === "rescan-only" && rescanReason) return say(reasons[rescanReason], { name });
  if (state !== "offline") return undefined;
  return foundAt === undefined
    ? say("folder.offline", { name })
    : say("folder.offline.found", { name, path: foundAt });
}
