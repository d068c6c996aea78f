import type { Command } from "./keys/key-table.ts";
import { keyAria, keyLabel } from "./keys/match-key.ts";
import { isMac } from "./keys/platform.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { say, type MessageKey } from "./messages/say.ts";
import {
  CopyIcon,
  DetailsIcon,
  ExportIcon,
  FolderIcon,
  OpenIcon,
  SimilarIcon,
  TagIcon,
  TimeIcon,
  TrashIcon,
} from "./ui/icons.ts";
import type { Icon, MenuItem } from "./ui/menu-item.ts";

export interface PhotoMenuActions {
  readonly run: (command: Command) => void;
  readonly removeTag: (tag: string) => void;
  readonly moveTime: () => void;
  /** Only the desktop app can open the system's file manager. */
  readonly canShowInFolder: boolean;
}

/** More would be a list to read and not a menu. */
const MOST_TAGS = 20;

/** What the menu of one or several photos offers. What cannot apply is absent. */
export function photoMenu(selection: Selection, actions: PhotoMenuActions): readonly MenuItem[] {
  const { run } = actions;
  const tags = [...new Set(selection.targetPhotos().flatMap((photo) => photo.tags))].sort();
  const count = selection.targetCount;
  const heading: readonly MenuItem[] =
    count > 1 ? [{ kind: "heading", label: say("menu.photos", { count }) }] : [];
  const removable: readonly MenuItem[] =
    tags.length > 0
      ? [
          {
            kind: "submenu",
            label: say("menu.remove-tag"),
            items: tags.slice(0, MOST_TAGS).map(toRemoval),
          },
        ]
      : [];
  return [
    ...heading,
    command("open", "menu.open", OpenIcon, run),
    ...(selection.focusedPhoto?.state === "failed" || selection.focusedPhoto?.kind === "video"
      ? []
      : [command("find-similar", "menu.find-similar", SimilarIcon, run)]),
    { kind: "separator" },
    command("add-tag", "menu.add-tag", TagIcon, run),
    ...removable,
    { kind: "action", label: say("menu.time"), icon: TimeIcon, run: actions.moveTime },
    { kind: "separator" },
    ...(actions.canShowInFolder
      ? [command("show-in-folder", "menu.show-in-folder", FolderIcon, run)]
      : []),
    command("copy-path", "menu.copy-path", CopyIcon, run),
    command("export", "menu.export", ExportIcon, run),
    command("details", "menu.details", DetailsIcon, run),
    { kind: "separator" },
    command("trash", "menu.trash", TrashIcon, run),
  ];

  function toRemoval(tag: string): MenuItem {
    return { kind: "action", label: tag, run: () => actions.removeTag(tag) };
  }
}

function command(
  name: Command,
  text: MessageKey,
  icon: Icon,
  run: (command: Command) => void,
): MenuItem {
  return {
    kind: "action",
    label: say(text),
    icon,
    keys: keyLabel(name, isMac),
    ariaKeys: keyAria(name, isMac),
    run: () => run(name),
  };
}
