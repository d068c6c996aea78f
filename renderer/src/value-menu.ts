/** @file The stars, flags and colours of menus, in the words and with the keys that they have everywhere. */
import { colourLabels, flags } from "../../electron/contract/value-names.ts";
import type { MarkStates, ValueChange } from "../../electron/contract/values.ts";
import type { Mark } from "./keys/mark-keys.ts";
import { keyAria, keyLabel } from "./keys/match-key.ts";
import { isMac } from "./keys/platform.ts";
import {
  markShare,
  type MarkField,
  type MarkShare,
  type MarkValue,
} from "./library/mark-states.ts";
import { say } from "./messages/say.ts";
import { ColourIcon, PickIcon, RejectIcon, StarIcon } from "./ui/icons.ts";
import type { MenuAction, MenuItem } from "./ui/menu-item.ts";

export interface MarkMenu {
  readonly set: (change: ValueChange) => void;
  /** What the photos have; undefined until it is known. */
  readonly states: () => MarkStates | undefined;
}

/** Rating ▸ Flag ▸ Colour ▸ */
export function valueMenus(menu: MarkMenu): readonly MenuItem[] {
  return [
    { kind: "submenu", label: say("rating.name"), icon: StarIcon, items: ratingItems(menu) },
    { kind: "submenu", label: say("flag.name"), icon: PickIcon, items: flagItems(menu) },
    { kind: "submenu", label: say("colour.name"), icon: ColourIcon, items: colourItems(menu) },
  ];
}

export function ratingItems({ set, states }: MarkMenu): readonly MenuItem[] {
  return ([5, 4, 3, 2, 1, 0] as const).map((rating) => ({
    ...withKeys(`rating-${rating}`),
    label: rating === 0 ? say("rating.none") : say("rating.stars", { count: rating }),
    share: shareOf(states, "rating", rating),
    run: () => set({ rating }),
  }));
}

export function colourItems({ set, states }: MarkMenu): readonly MenuItem[] {
  return ([...colourLabels, "none"] as const).map((colourLabel) => ({
    ...withKeys(colourLabel === "none" || colourLabel === "purple" ? undefined : colourLabel),
    label: say(`colour.${colourLabel}`),
    ...(colourLabel !== "none" && { dot: `var(--label-${colourLabel})` }),
    share: shareOf(states, "colourLabel", colourLabel),
    run: () => set({ colourLabel }),
  }));
}

function flagItems({ set, states }: MarkMenu): readonly MenuItem[] {
  return ([...flags, "none"] as const).map((flag) => ({
    ...withKeys(flag === "none" ? "unflag" : flag),
    label: say(`flag.${flag}`),
    ...(flag !== "none" && { icon: flag === "pick" ? PickIcon : RejectIcon }),
    share: shareOf(states, "flag", flag),
    run: () => set({ flag }),
  }));
}

function shareOf(
  states: MarkMenu["states"],
  field: MarkField,
  value: MarkValue,
): () => MarkShare | undefined {
  return () => {
    const known = states();
    return known && markShare(known, field, value);
  };
}

function withKeys(mark: Mark | undefined): Pick<MenuAction, "kind" | "keys" | "ariaKeys"> {
  if (mark === undefined) return { kind: "action" };
  const command = `mark.${mark}` as const;
  return { kind: "action", keys: keyLabel(command, isMac), ariaKeys: keyAria(command, isMac) };
}
