/** @file The stars, flags and colours of menus, in the words and with the keys that they have everywhere. */
import { colourLabels, flags } from "../../electron/contract/value-names.ts";
import type { ValueChange } from "../../electron/contract/values.ts";
import type { Mark } from "./keys/mark-keys.ts";
import { keyAria, keyLabel } from "./keys/match-key.ts";
import { isMac } from "./keys/platform.ts";
import { say } from "./messages/say.ts";
import { ColourIcon, PickIcon, RejectIcon, StarIcon } from "./ui/icons.ts";
import type { MenuAction, MenuItem } from "./ui/menu-item.ts";

type SetValues = (change: ValueChange) => void;

/** Rating ▸ Flag ▸ Colour ▸ */
export function valueMenus(set: SetValues): readonly MenuItem[] {
  return [
    { kind: "submenu", label: say("rating.name"), icon: StarIcon, items: ratingItems(set) },
    { kind: "submenu", label: say("flag.name"), icon: PickIcon, items: flagItems(set) },
    { kind: "submenu", label: say("colour.name"), icon: ColourIcon, items: colourItems(set) },
  ];
}

export function ratingItems(set: SetValues): readonly MenuItem[] {
  return ([5, 4, 3, 2, 1, 0] as const).map((rating) => ({
    ...withKeys(`rating-${rating}`),
    label: rating === 0 ? say("rating.none") : say("rating.stars", { count: rating }),
    run: () => set({ rating }),
  }));
}

export function colourItems(set: SetValues): readonly MenuItem[] {
  return ([...colourLabels, "none"] as const).map((colourLabel) => ({
    ...withKeys(colourLabel === "none" || colourLabel === "purple" ? undefined : colourLabel),
    label: say(`colour.${colourLabel}`),
    ...(colourLabel !== "none" && { dot: `var(--label-${colourLabel})` }),
    run: () => set({ colourLabel }),
  }));
}

function flagItems(set: SetValues): readonly MenuItem[] {
  return ([...flags, "none"] as const).map((flag) => ({
    ...withKeys(flag === "none" ? "unflag" : flag),
    label: say(`flag.${flag}`),
    ...(flag !== "none" && { icon: flag === "pick" ? PickIcon : RejectIcon }),
    run: () => set({ flag }),
  }));
}

function withKeys(mark: Mark | undefined): Pick<MenuAction, "kind" | "keys" | "ariaKeys"> {
  if (mark === undefined) return { kind: "action" };
  const command = `mark.${mark}` as const;
  return { kind: "action", keys: keyLabel(command, isMac), ariaKeys: keyAria(command, isMac) };
}
