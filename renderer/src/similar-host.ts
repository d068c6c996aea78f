import type { Command } from "./keys/key-table.ts";
import { keyAria, keyLabel } from "./keys/match-key.ts";
import { isMac } from "./keys/platform.ts";
import type { Selection } from "./library/photos/selection.svelte.ts";
import { formatNumber } from "./messages/format.ts";
import { say, type MessageKey } from "./messages/say.ts";
import { addPicture, chooseRegion, findRegion, refineSimilar, shiftDepth } from "./find-similar.ts";
import { saveSimilar } from "./similar-albums.ts";
import type { SimilarActions } from "./similar/similar-actions.ts";
import { changeExample, removeExample } from "./similar/similar-step.ts";
import { bandTitle } from "./similar/similar-words.ts";
import { LessIcon, PlusIcon, RegionIcon, SimilarIcon, WhyIcon } from "./ui/icons.ts";
import type { Icon, MenuItem } from "./ui/menu-item.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** What the pane of similar photos asks of this window. */
export function similarActions(workspace: Workspace): SimilarActions {
  const { similar, narrowing } = workspace;
  return {
    back: () => void workspace.similarBack(),
    close: () => workspace.closeSimilar(),
    save: () => saveSimilar(workspace),
    goTo: (at) => void similar.goTo(at),
    changeDepth: (depth) => void similar.refine((step) => ({ ...step, depth, beyond: 0 })),
    shiftDepth: (by) => shiftDepth(workspace, by),
    chooseRegion: (example) => chooseRegion(workspace, example),
    setWeight: ({ key }, weight) =>
      void similar.refine((step) => changeExample(step, key, { weight })),
    remove: ({ key }) => void similar.refine((step) => removeExample(step, key)),
    addPhotos: (side, target) => void refineSimilar(workspace, side, target),
    addPicture: (side, file, origin) => void addPicture(workspace, { side, file, origin }),
    selectedCount: () => workspace.selection.count,
    addSelected: (side) => void refineSimilar(workspace, side),
    showBeyond: (beyond) => void similar.refine((step) => ({ ...step, beyond })),
    setEdited: (findsEdited) => void similar.refine((step) => ({ ...step, findsEdited })),
    widen: () => narrowing.show(""),
  };
}

/** How like the query the photo is that has the keyboard: "Very similar (0.83)". */
export function likenessText({ selection: shown, similar }: Workspace): string | undefined {
  const { set, selection, step } = similar;
  if (shown !== selection || !step) return undefined;
  const index = selection.focus;
  const section = set.sections.find(({ start, count }) => index >= start && index < start + count);
  const similarity = set.similarityAt(index);
  if (!section || similarity === undefined) return undefined;
  return say("similar.likeness", {
    band: bandTitle(section.key),
    similarity: formatNumber(Math.round(similarity * 100) / 100),
  });
}

/** What the menu of photos offers about likeness. What cannot be compared has none. */
export function similarMenu(
  workspace: Workspace,
  selection: Selection,
  run: (command: Command) => void,
): readonly MenuItem[] {
  const { similar } = workspace;
  const photo = selection.focusedPhoto;
  if (photo?.state === "failed" || photo?.kind === "video") return [];
  const item = (name: Command, text: MessageKey, icon: Icon): MenuItem => ({
    kind: "action",
    label: say(text),
    icon,
    keys: keyLabel(name, isMac),
    ariaKeys: keyAria(name, isMac),
    run: () => run(name),
  });
  const isResult = selection === similar.selection;
  const region: MenuItem = {
    kind: "action",
    label: say("menu.region"),
    icon: RegionIcon,
    // In the pane the key is for the query photo.
    ...(!isResult && { keys: keyLabel("region", isMac), ariaKeys: keyAria("region", isMac) }),
    run: () => void findRegion(workspace),
  };
  return [
    item("find-similar", isResult ? "menu.use-as-query" : "menu.find-similar", SimilarIcon),
    ...(selection.targetCount === 1 ? [region] : []),
    ...(similar.step && !workspace.isCovered
      ? [
          item("more-like", "menu.more-like", PlusIcon),
          item("less-like", "menu.less-like", LessIcon),
          ...(isResult && selection.targetCount === 1 ? [item("why", "menu.why", WhyIcon)] : []),
        ]
      : []),
  ];
}
