import { say } from "../messages/say.ts";
import { PhotosIcon, RenameIcon, TagIcon, TrashIcon } from "../ui/icons.ts";
import type { MenuItem } from "../ui/menu-item.ts";
import { favouriteKeys, favouriteLabel } from "./favourite-keys.ts";
import type { TreeTag } from "./tag-forest.ts";
import type { TagQuestion } from "./tag-question.ts";

export interface TagMenuActions {
  /** 0 where no photos are on the screen. */
  readonly selectedCount: number;
  /** The tags that have a favourite key, by key. */
  readonly favourites: ReadonlyMap<number, string>;
  readonly show: () => void;
  readonly addToSelected: () => void;
  readonly rename: () => void;
  readonly ask: (question: TagQuestion) => void;
  readonly editSynonyms: () => void;
  readonly setKey: (key: number | null) => void;
}

/** What the menu of a tag offers. What cannot apply is absent. */
export function tagMenu({ node }: TreeTag, actions: TagMenuActions): readonly MenuItem[] {
  const { selectedCount: count, ask } = actions;
  const { tag } = node;
  const forSelected: MenuItem = {
    kind: "action",
    label: say("tags.menu.add", { count }),
    icon: TagIcon,
    run: actions.addToSelected,
  };
  const newInside: MenuItem = {
    kind: "action",
    label: say("tags.menu.new"),
    run: () => ask({ kind: "new", parent: tag }),
  };
  return [
    { kind: "action", label: say("menu.show-photos"), icon: PhotosIcon, run: actions.show },
    ...(count > 0 ? [forSelected] : []),
    { kind: "separator" },
    // A tag is there as long as a photo has it, so a new one needs photos.
    ...(count > 0 ? [newInside] : []),
    {
      kind: "action",
      label: say("tags.menu.rename"),
      icon: RenameIcon,
      keys: "F2",
      ariaKeys: "F2",
      run: actions.rename,
    },
    { kind: "action", label: say("tags.menu.move"), run: () => ask({ kind: "move", tag }) },
    { kind: "action", label: say("tags.menu.merge"), run: () => ask({ kind: "merge", tag }) },
    { kind: "action", label: say("tags.menu.synonyms"), run: actions.editSynonyms },
    favouriteMenu(node.key, actions),
    { kind: "separator" },
    {
      kind: "action",
      label: say("tags.menu.delete"),
      icon: TrashIcon,
      run: () => ask({ kind: "delete", tag }),
    },
  ];
}

function favouriteMenu(own: number | null, { favourites, setKey }: TagMenuActions): MenuItem {
  const options = favouriteKeys.map((key) => {
    const holder = favourites.get(key);
    const label = favouriteLabel(key);
    return {
      value: String(key),
      label: holder === undefined ? label : say("tags.key.held", { key: label, tag: holder }),
    };
  });
  return {
    kind: "submenu",
    label: say("tags.menu.key"),
    items: [
      {
        kind: "choice",
        label: say("tags.menu.key"),
        value: own === null ? "" : String(own),
        options: [{ value: "", label: say("tags.key.none") }, ...options],
        choose: (value) => setKey(value === "" ? null : Number(value)),
      },
    ],
  };
}
