import type { TopLabel } from "../../../electron/contract/photo.ts";
import { say } from "../messages/say.ts";
import { CheckIcon, CloseIcon, PhotosIcon, TagIcon, UndoIcon, WhyIcon } from "../ui/icons.ts";
import type { Icon, MenuItem } from "../ui/menu-item.ts";
import type { LineVerdict } from "./label-verdicts.ts";

export interface LabelMenuActions {
  readonly show: () => void;
  readonly judge: (line: LineVerdict) => void;
  /** Makes it a tag of the user's. */
  readonly makeTag: () => void;
  /** Shows where in the photo it comes from. */
  readonly why: () => void;
}

/** What the menu of a label's line offers. What cannot apply is absent. */
export function labelMenu(
  label: TopLabel,
  { show, judge, makeTag, why }: LabelMenuActions,
): readonly MenuItem[] {
  const { verdict, families } = label;
  const items: MenuItem[] = [
    action(say("menu.show-photos"), PhotosIcon, show),
    { kind: "separator" },
  ];
  if (verdict !== "confirmed") {
    items.push(action(say("label.right"), CheckIcon, () => judge({ label, verdict: "confirmed" })));
  }
  if (verdict !== "rejected") {
    items.push(action(say("label.wrong"), CloseIcon, () => judge({ label, verdict: "rejected" })));
  }
  // Where the user sees a tabby, there is a cat.
  if (verdict === null) {
    for (const family of families) {
      const run = (): void => judge({ label, family, verdict: "rejected" });
      items.push(action(say("label.no-family", { family }), CloseIcon, run));
    }
  } else {
    items.push({ kind: "separator" });
    items.push(action(say("label.take-back"), UndoIcon, () => judge({ label, verdict: null })));
  }
  if (verdict !== "rejected") {
    items.push({ kind: "separator" });
    items.push(action(say("menu.make-tag"), TagIcon, makeTag));
  }
  items.push({ kind: "separator" });
  items.push(action(say("menu.label-why"), WhyIcon, why));
  return items;
}

function action(label: string, icon: Icon, run: () => void): MenuItem {
  return { kind: "action", label, icon, run };
}
