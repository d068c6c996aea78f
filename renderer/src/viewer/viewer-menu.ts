import type { Command } from "../keys/key-table.ts";
import { keyAria, keyLabel } from "../keys/match-key.ts";
import { isMac } from "../keys/platform.ts";
import { surrounds, type Surround } from "../library/surround.ts";
import { say, type MessageKey } from "../messages/say.ts";
import {
  CheckIcon,
  FitIcon,
  FullScreenIcon,
  FullSizeIcon,
  PlayIcon,
  SurroundIcon,
} from "../ui/icons.ts";
import type { Icon, MenuItem } from "../ui/menu-item.ts";

export interface ViewerMenuActions {
  readonly run: (command: Command) => void;
  /** Of a photo that can be zoomed. */
  readonly zoom: { readonly isFit: boolean } | undefined;
  readonly surround: Surround;
  readonly setSurround: (surround: Surround) => void;
}

/** The menu of a photo in the viewer: what a grid offers for it, with what is of looking at it before the details. */
export function viewerMenu(
  photoItems: readonly MenuItem[],
  actions: ViewerMenuActions,
): readonly MenuItem[] {
  // One photo is shown, and it is open.
  const offered = photoItems.filter(
    (item) => item.kind !== "heading" && !isNamed(item, "menu.open"),
  );
  const at = offered.findIndex((item) => isNamed(item, "menu.details"));
  const before = at < 0 ? offered.length : at;
  return [...offered.slice(0, before), ...lookItems(actions), ...offered.slice(before)];
}

function lookItems({ run, zoom, surround, setSurround }: ViewerMenuActions): readonly MenuItem[] {
  const toggle: MenuItem[] = zoom
    ? [
        zoom.isFit
          ? commandItem("zoom-toggle", { label: "zoom.full", icon: FullSizeIcon, run })
          : commandItem("zoom-toggle", { label: "zoom.fit", icon: FitIcon, run }),
      ]
    : [];
  return [
    ...toggle,
    {
      kind: "submenu",
      label: say("surround.name"),
      icon: SurroundIcon,
      items: surrounds.map((one) => ({
        kind: "action",
        label: say(`surround.${one}`),
        ...(one === surround && { icon: CheckIcon }),
        run: () => setSurround(one),
      })),
    },
    commandItem("slideshow", { label: "slideshow.name", icon: PlayIcon, run }),
    commandItem("full-screen", { label: "full-screen.name", icon: FullScreenIcon, run }),
  ];
}

function commandItem(
  command: Command,
  item: {
    readonly label: MessageKey;
    readonly icon: Icon;
    readonly run: (command: Command) => void;
  },
): MenuItem {
  return {
    kind: "action",
    label: say(item.label),
    icon: item.icon,
    keys: keyLabel(command, isMac),
    ariaKeys: keyAria(command, isMac),
    run: () => item.run(command),
  };
}

function isNamed(item: MenuItem, name: MessageKey): boolean {
  return item.kind === "action" && item.label === say(name);
}
