import type { Folder, RemovedFolder } from "../../../../electron/contract/folder.ts";
import type { MenuItem } from "../../ui/menu-item.ts";

/** What can be done with folders; most of it asks or chooses something over the window. */
export interface FolderActions {
  readonly items: (folder: Folder) => readonly MenuItem[];
  readonly add: () => void;
  readonly locate: (folder: Folder) => void;
  readonly ignore: (folder: Folder) => void;
  readonly forget: (folder: RemovedFolder) => void;
  readonly show: (query: string) => void;
}
