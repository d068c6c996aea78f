/** @file The keys that give photos stars, a flag and a colour label; part of the table of key-table.ts. */
import type { MessageKey } from "../messages/say.ts";
import type { Command, KeyRow } from "./key-table.ts";

const strokes = {
  "rating-0": "Digit0",
  "rating-1": "Digit1",
  "rating-2": "Digit2",
  "rating-3": "Digit3",
  "rating-4": "Digit4",
  "rating-5": "Digit5",
  pick: "p",
  reject: "x",
  unflag: "u",
  red: "Digit6",
  yellow: "Digit7",
  green: "Digit8",
  blue: "Digit9",
} as const;

export type Mark = keyof typeof strokes;
export type MarkCommand = `mark.${Mark}` | `mark-next.${Mark}`;

const marks = Object.keys(strokes) as Mark[];

export const markRows: readonly KeyRow[] = marks.map((mark) => ({
  command: `mark.${mark}`,
  strokes: [strokes[mark]],
  scope: "photos",
  group: "photos",
  text: textOf(mark),
}));

export const markNextRows: readonly KeyRow[] = marks.map((mark) => ({
  command: `mark-next.${mark}`,
  strokes: [`Shift+${strokes[mark]}`],
  scope: "photos",
  group: "photos",
  text: "keys.mark-next",
  isListed: mark === "pick",
}));

/** What a command marks photos with, and whether the next photo comes after it. */
export function markOf(
  command: Command,
): { readonly mark: Mark; readonly isNext: boolean } | undefined {
  const [verb, mark] = command.split(".");
  if (verb !== "mark" && verb !== "mark-next") return undefined;
  return { mark: mark as Mark, isNext: verb === "mark-next" };
}

/** With Caps Lock, every mark goes on to the next photo. */
export function withNext(command: Command): Command {
  const marking = markOf(command);
  return marking ? `mark-next.${marking.mark}` : command;
}

function textOf(mark: Mark): MessageKey {
  if (mark.startsWith("rating")) return "keys.rating";
  return mark === "pick" || mark === "reject" || mark === "unflag" ? "keys.flag" : "keys.colour";
}
