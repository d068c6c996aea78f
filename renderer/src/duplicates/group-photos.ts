import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { Command } from "../keys/key-table.ts";
import type { MenuItem } from "../ui/menu-item.ts";

/** What the window does with photos of a group. */
export interface GroupPhotos {
  /** One of them has the keyboard: what is asked for next is for it, and the viewer and comparing are for all of them. */
  readonly enter: (photos: readonly Photo[], id: PhotoId) => void;
  readonly run: (command: Command) => void;
  readonly menuItems: () => readonly MenuItem[];
}
