import { say } from "./messages/say.ts";
import type { Tagging } from "./window-dialog.ts";
import type { Workspace } from "./workspace.svelte.ts";

const titles = {
  add: { one: "tag.title.one", several: "tag.title" },
  remove: { one: "tag.remove.title.one", several: "tag.remove.title" },
} as const;

/** The photos that the tag box is for, and what they are called: one by its name, several by how many they are. */
export function taggingSubject(
  workspace: Workspace,
  mode: Tagging["mode"],
): Pick<Tagging, "mode" | "title" | "target"> {
  const { isCovered, selection, shownPhoto } = workspace;
  const count = isCovered ? 1 : selection.targetCount;
  const photo = shownPhoto ?? selection.focusedPhoto;
  const name = count === 1 ? photo?.name : undefined;
  const { one, several } = titles[mode];
  const target = workspace.target();
  target.catch(() => undefined); // Told by the box, when it has come.
  return { mode, title: name === undefined ? say(several, { count }) : say(one, { name }), target };
}
