import { say } from "../messages/say.ts";
import { CloseIcon, RegionIcon, SwapIcon, WeightIcon } from "../ui/icons.ts";
import type { MenuItem } from "../ui/menu-item.ts";
import type { SimilarActions } from "./similar-actions.ts";
import { weights, type SimilarExample } from "./similar-step.ts";

/** "½×", "2×". */
export function weightText(weight: number): string {
  return say("similar.weight.short", weightValues(weight));
}

/** "half", "2 times". */
export function weightWords(weight: number): string {
  return say("similar.weight.times", weightValues(weight));
}

function weightValues(weight: number): { weight: string; number: number } {
  const number = Math.abs(weight);
  return { weight: number === 0.5 ? "half" : "whole", number };
}

export function weightChoice(example: SimilarExample, actions: SimilarActions): MenuItem {
  return {
    kind: "choice",
    label: say("similar.weight"),
    value: String(Math.abs(example.weight)),
    options: weights.map((weight) => ({ value: String(weight), label: weightText(weight) })),
    choose: (weight) => actions.setWeight(example, Number(weight) * Math.sign(example.weight)),
  };
}

/** The menu of an example in the tray. `isNeeded`: without it there would be nothing to be like. */
export function exampleMenu(
  example: SimilarExample,
  isNeeded: boolean,
  actions: SimilarActions,
): readonly MenuItem[] {
  return [
    {
      kind: "submenu",
      label: say("similar.weight"),
      icon: WeightIcon,
      items: [weightChoice(example, actions)],
    },
    {
      kind: "action",
      label: say(example.weight > 0 ? "similar.swap.less" : "similar.swap.more"),
      icon: SwapIcon,
      isDisabled: isNeeded,
      run: () => actions.setWeight(example, -example.weight),
    },
    {
      kind: "action",
      label: say("region.button"),
      icon: RegionIcon,
      run: () => actions.chooseRegion(example),
    },
    { kind: "separator" },
    {
      kind: "action",
      label: say("similar.remove"),
      icon: CloseIcon,
      isDisabled: isNeeded,
      run: () => actions.remove(example),
    },
  ];
}
