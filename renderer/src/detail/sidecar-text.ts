/** @file The states of a photo's XMP file in words. */
import type { MirrorConflict, PhotoMirror } from "../../../electron/contract/photo-mirror.ts";
import { errorMessages } from "../errors/error-messages.ts";
import { say, type MessageKey } from "../messages/say.ts";

/** A button says no more of a value. */
const MOST_ON_A_BUTTON = 24;

const sentences: Record<PhotoMirror["state"], MessageKey> = {
  off: "sidecar.off",
  none: "sidecar.none",
  "in-sync": "sidecar.in-sync",
  waiting: "sidecar.waiting",
  "read-only": "error.file-read-only",
  conflict: "sidecar.conflict",
  failed: "sidecar.failed",
};

/** One sentence for what is. */
export function describeSidecar({ state, reason }: PhotoMirror): string {
  return say(state === "failed" && reason ? errorMessages[reason.code].text : sentences[state]);
}

export interface ConflictText {
  readonly sentence: string;
  readonly keep: string;
  readonly take: string;
}

/** "Rating: 4 here, 2 in the file.", "Keep 4", "Take 2". */
export function describeConflict({ field, inLibrary, inSidecar }: MirrorConflict): ConflictText {
  const [here, there] = [valueText(field, inLibrary), valueText(field, inSidecar)];
  return {
    sentence: say("sidecar.conflict.values", { field: say(names[field]), here, there }),
    keep: say("sidecar.keep", { value: shortened(here) }),
    take: say("sidecar.take", { value: shortened(there) }),
  };
}

const names: Record<MirrorConflict["field"], MessageKey> = {
  rating: "rating.name",
  title: "sidecar.field.title",
  caption: "sidecar.field.caption",
  flag: "flag.name",
  colourLabel: "colour.name",
  turn: "turn.name",
};

const words: Readonly<Record<string, MessageKey>> = {
  "flag pick": "flag.pick",
  "flag reject": "flag.reject",
  "colourLabel red": "colour.red",
  "colourLabel yellow": "colour.yellow",
  "colourLabel green": "colour.green",
  "colourLabel blue": "colour.blue",
  "colourLabel purple": "colour.purple",
  "turn 0": "turn.0",
  "turn 90": "turn.90",
  "turn 180": "turn.180",
  "turn 270": "turn.270",
  "turn mirrored": "turn.mirrored",
};

/** The user entered that there is none; as a title it would be a word. */
function isNone(field: MirrorConflict["field"], value: string | number): boolean {
  return value === "none" && (field === "flag" || field === "colourLabel");
}

/** Flags and colours have their words, and texts are quoted. */
function valueText(field: MirrorConflict["field"], value: MirrorConflict["inLibrary"]): string {
  if (value === null || value === "" || isNone(field, value)) return say("sidecar.nothing");
  const word = words[`${field} ${value}`];
  if (word) return say(word);
  return typeof value === "number" ? String(value) : `“${value}”`;
}

function shortened(text: string): string {
  const chars = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return chars.length <= MOST_ON_A_BUTTON
    ? text
    : `${chars.slice(0, MOST_ON_A_BUTTON - 2).join("")}…${text.endsWith("”") ? "”" : ""}`;
}
