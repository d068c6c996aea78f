import type { Command } from "./keys/key-table.ts";
import { keyAria, keyLabel } from "./keys/match-key.ts";
import { isMac } from "./keys/platform.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { say, type MessageKey } from "./messages/say.ts";
import {
  CompareIcon,
  CopyIcon,
  CullIcon,
  DetailsIcon,
  ExportIcon,
  FolderIcon,
  HistoryIcon,
  NotHereIcon,
  OpenIcon,
  SurveyIcon,
  TagIcon,
  TimeIcon,
  TrashIcon,
  TurnLeftIcon,
  TurnRightIcon,
} from "./ui/icons.ts";
import type { Icon, MenuItem } from "./ui/menu-item.ts";
import { valueMenus, type MarkMenu } from "./value-menu.ts";
import { comparingFor } from "./viewer/compare/comparing.svelte.ts";

export interface PhotoMenuActions {
  readonly run: (command: Command) => void;
  /** How many photos are looked at side by side. */
  readonly together: number;
  readonly addTag: (tag: string) => void;
  readonly removeTag: (tag: string) => void;
  /** Whether the library has tags at all. */
  readonly hasTags: boolean;
  /** The tags that were given last, and those of the selected photos. */
  readonly recentTags: () => Promise<readonly string[]>;
  readonly tagsOnPhotos: () => Promise<readonly string[]>;
  readonly marks: MarkMenu;
  readonly moveTime: () => void;
  /** What is like the photos, and what they say of what is looked for. */
  readonly similarItems: readonly MenuItem[];
  /** Where files are missing or could not be shown. */
  readonly careItems: readonly MenuItem[];
  /** Into albums, and inside of one. */
  readonly albumMenus: readonly MenuItem[];
  readonly trash: () => void;
  /** In an album the key of the trash takes photos out of the album. */
  readonly isAlbumShown: boolean;
  /** Only the desktop app can open the system's file manager. */
  readonly canShowInFolder: boolean;
}

/** What the menu of one or several photos offers. What cannot apply is absent. */
export function photoMenu(selection: Selection, actions: PhotoMenuActions): readonly MenuItem[] {
  const { run } = actions;
  const count = selection.targetCount;
  const heading: readonly MenuItem[] =
    count > 1 ? [{ kind: "heading", label: say("menu.photos", { count }) }] : [];
  return [
    ...heading,
    command("open", "menu.open", OpenIcon, run),
    ...judgingItems({ together: actions.together, count }, run),
    ...actions.similarItems,
    { kind: "separator" },
    ...actions.careItems,
    command("add-tag", "menu.add-tag", TagIcon, run),
    ...tagMenus(selection, actions),
    ...valueMenus(actions.marks),
    { kind: "action", label: say("menu.time"), icon: TimeIcon, run: actions.moveTime },
    { kind: "separator" },
    ...actions.albumMenus,
    { kind: "separator" },
    ...turns(selection, run),
    ...(actions.canShowInFolder
      ? [command("show-in-folder", "menu.show-in-folder", FolderIcon, run)]
      : []),
    command("copy-path", "menu.copy-path", CopyIcon, run),
    command("export", "menu.export", ExportIcon, run),
    command("details", "menu.details", DetailsIcon, run),
    { kind: "separator" },
    actions.isAlbumShown
      ? { kind: "action", label: say("menu.trash"), icon: TrashIcon, run: actions.trash }
      : command("trash", "menu.trash", TrashIcon, run),
  ];
}

/** Several photos are looked at side by side while they are few, or gone through one by one. */
function judgingItems(
  { together, count }: { readonly together: number; readonly count: number },
  run: (command: Command) => void,
): readonly MenuItem[] {
  const icons = { compare: CompareIcon, survey: SurveyIcon };
  return [
    ...comparingFor(together).map((kind) => command(kind, `menu.${kind}`, icons[kind], run)),
    ...(count > 1 ? [command("cull", "menu.cull", CullIcon, run)] : []),
  ];
}

/** Of several photos those that are no videos are turned. */
function turns(selection: Selection, run: (command: Command) => void): readonly MenuItem[] {
  if (selection.targetCount === 1 && selection.focusedPhoto?.kind === "video") return [];
  return [
    command("turn-left", "menu.turn-left", TurnLeftIcon, run),
    command("turn-right", "menu.turn-right", TurnRightIcon, run),
    { kind: "separator" },
  ];
}

/** Recent tags to add, and those of the photos to remove, whether or not the photos were read. */
function tagMenus(selection: Selection, actions: PhotoMenuActions): readonly MenuItem[] {
  const photos = selection.targetPhotos();
  const isRead = photos.length === selection.targetCount;
  const mayHaveTags = !isRead || photos.some(({ tags }) => tags.length > 0);
  return [
    ...(actions.hasTags
      ? [tagMenu(recent, { readTags: actions.recentTags, run: actions.addTag })]
      : []),
    ...(mayHaveTags
      ? [tagMenu(removal, { readTags: actions.tagsOnPhotos, run: actions.removeTag })]
      : []),
  ];
}

const recent = { text: "menu.recent-tags", icon: HistoryIcon } as const;
const removal = { text: "menu.remove-tag", icon: NotHereIcon } as const;

function tagMenu(
  { text, icon }: { readonly text: MessageKey; readonly icon: Icon },
  {
    readTags,
    run,
  }: {
    readonly readTags: () => Promise<readonly string[]>;
    readonly run: (tag: string) => void;
  },
): MenuItem {
  const none: MenuItem = {
    kind: "action",
    label: say("menu.no-tags"),
    isDisabled: true,
    run: () => {},
  };
  async function read(): Promise<readonly MenuItem[]> {
    const tags = await readTags();
    if (tags.length === 0) return [none];
    return tags.map((tag) => ({ kind: "action", label: tag, run: () => run(tag) }));
  }
  return { kind: "submenu", label: say(text), icon, items: { waiting: say("menu.reading"), read } };
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
