import {
  FolderIcon,
  FolderOfflineIcon,
  FolderPausedIcon,
  FolderReadingIcon,
  FolderRescanIcon,
} from "./icons.ts";
import type { Icon } from "./menu-item.ts";

/** How a folder is followed, by the contract's names of its states. */
export const folderIcons: Readonly<
  Record<"scanning" | "watching" | "rescan-only" | "offline" | "unwatched" | "paused", Icon>
> = {
  scanning: FolderReadingIcon,
  watching: FolderIcon,
  "rescan-only": FolderRescanIcon,
  offline: FolderOfflineIcon,
  unwatched: FolderIcon,
  paused: FolderPausedIcon,
};
