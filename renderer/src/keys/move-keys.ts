/** @file The keys that move through photos; part of the table of key-table.ts. */
import type { MessageKey } from "../messages/say.ts";
import type { KeyRow } from "./key-table.ts";

const directions = {
  left: ["ArrowLeft"],
  right: ["ArrowRight"],
  up: ["ArrowUp"],
  down: ["ArrowDown"],
  "row-start": ["Home"],
  "row-end": ["End"],
  first: ["Mod+Home"],
  last: ["Mod+End"],
  "page-up": ["PageUp"],
  "page-down": ["PageDown"],
  "section-up": ["Alt+PageUp"],
  "section-down": ["Alt+PageDown"],
} as const;

export type KeyDirection = keyof typeof directions;

const moveTexts: Record<KeyDirection, MessageKey> = {
  left: "keys.move",
  right: "keys.move",
  up: "keys.move",
  down: "keys.move",
  "row-start": "keys.row-ends",
  "row-end": "keys.row-ends",
  first: "keys.ends",
  last: "keys.ends",
  "page-up": "keys.page",
  "page-down": "keys.page",
  "section-up": "keys.section",
  "section-down": "keys.section",
};

const names = Object.keys(directions) as KeyDirection[];
const arrows = ["left", "right", "up", "down"] as const;

export const moveRows: readonly KeyRow[] = names.map((name) => ({
  command: `move.${name}`,
  strokes: directions[name],
  ...(name === "first" && { mac: ["Meta+ArrowUp", "Meta+Home"] }),
  ...(name === "last" && { mac: ["Meta+ArrowDown", "Meta+End"] }),
  scope: "photos",
  group: "move",
  text: moveTexts[name],
}));

export const extendRows: readonly KeyRow[] = names.map((name) => ({
  command: `extend.${name}`,
  strokes: directions[name].map((stroke) => withShift(stroke)),
  scope: "photos",
  group: "select",
  text: "keys.extend",
  isListed: arrows.some((arrow) => arrow === name),
}));

export const peekRows: readonly KeyRow[] = arrows.map((name) => ({
  command: `peek.${name}`,
  strokes: directions[name].map((stroke) => `Ctrl+${stroke}`),
  mac: directions[name].map((stroke) => `Alt+${stroke}`),
  scope: "photos",
  group: "move",
  text: "keys.peek",
}));

function withShift(stroke: string): string {
  const at = stroke.lastIndexOf("+") + 1;
  return `${stroke.slice(0, at)}Shift+${stroke.slice(at)}`;
}
