import type { PhotoId } from "../../electron/contract/photo.ts";
import type { ValueChange } from "../../electron/contract/values.ts";
import { keyLabel } from "./keys/match-key.ts";
import type { Mark } from "./keys/mark-keys.ts";
import { isMac } from "./keys/platform.ts";
import { marksOf } from "./library/mark-states.ts";
import { say, type MessageKey } from "./messages/say.ts";
import type { MarkMenu } from "./value-menu.ts";
import type { Workspace } from "./workspace.svelte.ts";

/** A bare key that is hit by accident changes no more photos than this. */
const MOST_AT_ONE_PRESS = 500;
/** As long as the toast that asks for the second press. */
const CONFIRM_MS = 8_000;

interface Asked {
  readonly mark: Mark;
  readonly count: number;
  readonly atMs: number;
}

/** Stars, flags and colours by key: for the selected photos, in the viewer for the one on the screen. */
export class Marking {
  readonly #workspace: Workspace;
  #asked: Asked | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  async press(mark: Mark, { isNext }: { readonly isNext: boolean }): Promise<void> {
    const { library, selection, isCovered, shownPhoto } = this.#workspace;
    if (isCovered && !shownPhoto) return;
    const count = shownPhoto ? 1 : selection.targetCount;
    if (count === 0 || !this.#isMeant(mark, count)) return;
    const known = shownPhoto ? [shownPhoto] : selection.targetPhotos();
    const isColoured = known.length === count && known.every((photo) => photo.colourLabel === mark);
    try {
      const { ids } = await this.#workspace.target();
      const setting = this.#give(changeOf(mark, isColoured), { ids, isNext });
      if (isNext && count === 1 && !this.#workspace.judging.view) this.#stepOn();
      await setting;
    } catch (error) {
      library.notices.fail(error);
    }
  }

  /** From a menu or a button, which nobody hits by accident. */
  async set(change: ValueChange): Promise<void> {
    const { library } = this.#workspace;
    try {
      const { ids } = await this.#workspace.target();
      await this.#give(change, { ids, isNext: false });
    } catch (error) {
      library.notices.fail(error);
    }
  }

  /** Where photos are judged, the marks are in sight and no toast tells of them. */
  async #give(
    change: ValueChange,
    { ids, isNext }: { readonly ids: readonly PhotoId[]; readonly isNext: boolean },
  ): Promise<void> {
    const { judging, library } = this.#workspace;
    const isQuiet = judging.view !== undefined;
    const setting = library.valueEdits.set(change, ids, { isQuiet });
    judging.marked(change, { isNext });
    if (!(await setting) && isQuiet) await judging.reread(ids);
  }

  /** The second press of the same key for as many photos. */
  #isMeant(mark: Mark, count: number): boolean {
    const asked = this.#asked;
    this.#asked = undefined;
    if (count <= MOST_AT_ONE_PRESS) return true;
    const now = performance.now();
    if (asked?.mark === mark && asked.count === count && now - asked.atMs < CONFIRM_MS) return true;
    this.#asked = { mark, count, atMs: now };
    const key = keyLabel(`mark.${mark}`, isMac);
    this.#workspace.library.notices.refuse(say(confirmText(mark), { key, count }));
    return false;
  }

  #stepOn(): void {
    const { selection, isCovered } = this.#workspace;
    const next = selection.focus + 1;
    if (next >= selection.set.total) return;
    selection.apply(next, "only");
    if (!isCovered) void this.#workspace.showFocused();
  }
}

/** For menus that give marks to what an edit touches, and show what that has. */
export function markMenu(workspace: Workspace): MarkMenu {
  return {
    set: (change) => void workspace.marking.set(change),
    states: () => {
      const { isCovered, selection, shownPhoto } = workspace;
      const isOne = isCovered || selection.targetCount === 1;
      if (!isOne) return workspace.sharedMarks.states;
      const photo = isCovered ? shownPhoto : selection.targetPhotos()[0];
      return photo && marksOf(photo);
    },
  };
}

/** The same colour again takes it away. */
export function changeOf(mark: Mark, isColoured: boolean): ValueChange {
  switch (mark) {
    case "pick":
    case "reject":
      return { flag: mark };
    case "unflag":
      return { flag: "none" };
    case "red":
    case "yellow":
    case "green":
    case "blue":
      return { colourLabel: isColoured ? "none" : mark };
    case "rating-0":
    case "rating-1":
    case "rating-2":
    case "rating-3":
    case "rating-4":
    case "rating-5":
      return { rating: Number(mark.slice("rating-".length)) };
  }
}

function confirmText(mark: Mark): MessageKey {
  const change = changeOf(mark, false);
  if (change.rating !== undefined) return "mark.confirm.rating";
  return change.flag === undefined ? "mark.confirm.colour" : "mark.confirm.flag";
}
