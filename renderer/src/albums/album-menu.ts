import type { Album } from "../../../electron/contract/album.ts";
import { say } from "../messages/say.ts";
import { CopyIcon, OpenIcon, RenameIcon, SearchIcon, TargetIcon, TrashIcon } from "../ui/icons.ts";
import type { MenuItem } from "../ui/menu-item.ts";

export interface AlbumMenuActions {
  readonly show: () => void;
  readonly setTarget: () => void;
  readonly ask: (kind: "rename" | "query") => void;
  readonly duplicate: () => void;
  readonly copyList: () => void;
  readonly remove: () => void;
}

/** What can be done with an album. What cannot apply is absent. */
export function albumMenu(
  { kind, similar }: Album,
  actions: AlbumMenuActions,
): readonly MenuItem[] {
  const { show, setTarget, ask, duplicate, copyList, remove } = actions;
  const target: MenuItem = {
    kind: "action",
    label: say("albums.menu.target"),
    icon: TargetIcon,
    run: setTarget,
  };
  const query: MenuItem = {
    kind: "action",
    label: say("albums.menu.query"),
    icon: SearchIcon,
    run: () => ask("query"),
  };
  // What is similar is changed where it is shown.
  const own = kind === "hand" ? [target] : similar ? [] : [query];
  return [
    { kind: "action", label: say("albums.menu.show"), icon: OpenIcon, run: show },
    ...own,
    { kind: "separator" },
    {
      kind: "action",
      label: say("albums.menu.rename"),
      icon: RenameIcon,
      keys: "F2",
      ariaKeys: "F2",
      run: () => ask("rename"),
    },
    { kind: "action", label: say("albums.menu.duplicate"), icon: CopyIcon, run: duplicate },
    { kind: "action", label: say("albums.menu.copy-list"), run: copyList },
    { kind: "separator" },
    { kind: "action", label: say("albums.menu.delete"), icon: TrashIcon, run: remove },
  ];
}
