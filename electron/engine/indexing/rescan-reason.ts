import type { RescanReason } from "../../contract/folder.ts";

/**
 * What a watcher's failure means for the user. ENOSPC is inotify's way to say that fs.inotify.max_user_watches is
 * reached; EMFILE and ENFILE that there are too many watchers (fs.inotify.max_user_instances) or open files.
 */
export function toRescanReason(error: unknown): RescanReason {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC") return "watch-limit";
  return code === "EMFILE" || code === "ENFILE" ? "handle-limit" : "watch-failed";
}
