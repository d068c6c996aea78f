import type {
  Folder,
  FolderState,
  RescanReason,
  Unreadable,
} from "../../../electron/contract/folder.ts";
import type { FolderMirror } from "../../../electron/contract/mirror.ts";
import { CONFLICT, UNWRITTEN } from "./query-text.ts";
import { formatClock } from "../messages/format.ts";
import { say, type MessageKey } from "../messages/say.ts";

const reasons: Record<RescanReason, MessageKey> = {
  network: "folder.rescan.network",
  "watch-limit": "folder.rescan.watch-limit",
  "handle-limit": "folder.rescan.handle-limit",
  "watch-failed": "folder.rescan.watch-failed",
};

/**
 * What the user should know of a folder that does not keep itself up to date; nothing for one that does.
 * `name`: what the folder is called.
 */
export function folderNotes(folder: Folder, name: string): readonly string[] {
  const { state, rescanReason, unreadable, checkedAtMs } = folder;
  if (state === "paused") return [say("folder.paused")];
  if (state === "offline") return [offlineNote(folder, name)];
  const checked =
    checkedAtMs === undefined
      ? ""
      : ` ${say("folder.checked-at", { time: formatClock(checkedAtMs) })}`;
  return [
    ...(rescanReason ? [`${say(reasons[rescanReason], { name })}${checked}`] : []),
    ...(unreadable ? [unreadableNote(unreadable)] : []),
  ];
}

/** Whether it is there, and only may not be read. */
export function isDenied({ state, unreadable }: Folder): boolean {
  return state === "offline" && unreadable !== undefined;
}

/** Whether looking at it again may end what its notes say. */
export function isWorthChecking({ state, rescanReason, unreadable }: Folder): boolean {
  return state !== "paused" && (rescanReason ?? unreadable) !== undefined;
}

/** In a word or two. */
export function folderStateKey(folder: Folder): `folder.state.${FolderState | "denied"}` {
  return `folder.state.${isDenied(folder) ? "denied" : folder.state}`;
}

function offlineNote(folder: Folder, name: string): string {
  if (isDenied(folder)) return say("folder.denied", { name });
  return folder.foundAt === undefined
    ? say("folder.offline", { name })
    : say("folder.offline.found", { name, path: folder.foundAt });
}

function unreadableNote({ directory, count, trouble }: Unreadable): string {
  return say(`folder.unreadable.${trouble}`, { directory, others: count - 1 });
}

export interface MirrorTrouble {
  readonly text: string;
  /** Finds the photos, of all folders. */
  readonly query: string;
  /** Whether it may be tried again. */
  readonly isStuck: boolean;
}

/** What stands between a folder's photos and their XMP files; what only waits is no trouble. */
export function mirrorTrouble(mirror: FolderMirror | undefined): readonly MirrorTrouble[] {
  if (!mirror) return [];
  const { conflicts, readOnly, failed } = mirror;
  const troubles = [
    { key: "sidecars.conflicts", count: conflicts, query: CONFLICT, isStuck: false },
    { key: "sidecars.read-only", count: readOnly, query: UNWRITTEN, isStuck: true },
    { key: "sidecars.stuck", count: failed, query: UNWRITTEN, isStuck: true },
  ] as const;
  return troubles
    .filter(({ count }) => count > 0)
    .map(({ key, count, query, isStuck }) => ({ text: say(key, { count }), query, isStuck }));
}
