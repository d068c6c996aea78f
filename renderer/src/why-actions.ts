/** @file Why a photo is among the similar ones, and why it has a label: what keys and menus ask. */
import type { Photo } from "../../electron/contract/photo.ts";
import { previewUrl, thumbnailOf } from "./library/media-url.ts";
import { say } from "./messages/say.ts";
import type { WhyPicture } from "./why/why-question.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** Of the result that has the keyboard, or is shown large. */
export function askWhy(workspace: Workspace): void {
  const { similar, active, library } = workspace;
  const photo = active === "similar" ? similar.selection.focusedPhoto : undefined;
  const examples = similar.step?.examples.filter(({ weight }) => weight > 0) ?? [];
  if (!photo || !similar.step || examples.length === 0 || workspace.judging.view)
    library.notices.show(say("why.needs-result"));
  else {
    const { depth } = similar.step;
    workspace.dialog = { why: { photo: toPicture(photo), examples, depth } };
  }
}

/** Of a label as the engine is told it, and as people call it. */
export function askWhyLabel(
  workspace: Workspace,
  photo: Photo,
  label: { readonly id: string; readonly name: string },
): void {
  workspace.dialog = { why: { photo: toPicture(photo), label } };
}

function toPicture(photo: Photo): WhyPicture {
  return {
    of: { photo: photo.id },
    key: String(photo.id),
    name: photo.name,
    thumbnail: thumbnailOf(photo),
    preview: previewUrl(photo.id, photo.turn),
  };
}
