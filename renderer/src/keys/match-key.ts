import { hasSingleKeys, strokesOf } from "./chosen-keys.ts";
import { keyTable, type Command, type KeyGroup, type KeyRow, type Scope } from "./key-table.ts";
import { markOf, withNext } from "./mark-keys.ts";
import type { KeyDirection } from "./move-keys.ts";
import { isStroke, strokeAria, strokeLabel, type KeyPress } from "./stroke.ts";
import type { MessageKey } from "../messages/say.ts";

export interface KeyPlace {
  readonly scope: Scope;
  /** In a text field bare keys are text. */
  readonly isTyping: boolean;
  readonly isMac: boolean;
}

/** The command that a key press asks for; undefined when the key is free there. */
export function matchKey(
  press: KeyPress,
  { scope, isTyping, isMac }: KeyPlace,
): Command | undefined {
  const isText = isTyping && !press.ctrlKey && !press.metaKey && !isFunctionKey(press.key);
  if (isText || (!hasSingleKeys() && isSign(press))) return undefined;
  const row = findRow(press, scope, isMac);
  if (!row) return undefined;
  // Undo and redo inside a field belong to its text.
  if (isTyping && (row.command === "undo" || row.command === "redo")) return undefined;
  // On some keyboards Shift and a digit write "/", which is for the window.
  if (markOf(row.command)?.isNext && findRow(press, "window", isMac)) return undefined;
  return press.getModifierState?.("CapsLock") ? withNext(row.command) : row.command;
}

function findRow(press: KeyPress, scope: Scope, isMac: boolean): KeyRow | undefined {
  return keyTable.find(
    (row) =>
      row.scope === scope && strokesOf(row, isMac).some((stroke) => isStroke(press, stroke, isMac)),
  );
}

/** What a menu prints beside a command. */
export function keyLabel(command: Command, isMac: boolean): string {
  const stroke = firstStroke(command, isMac);
  return stroke ? strokeLabel(stroke, isMac) : "";
}

export function keyAria(command: Command, isMac: boolean): string | undefined {
  const stroke = firstStroke(command, isMac);
  return stroke ? strokeAria(stroke, isMac) : undefined;
}

/** The first keys of a command as a screen reader says them: "Control Z". */
export function spokenKeys(command: Command, isMac: boolean): string {
  return (keyAria(command, isMac) ?? "").replaceAll("+", " ").replace("Meta", "Command");
}

export interface KeyLine {
  readonly text: MessageKey;
  readonly labels: readonly string[];
}

/** The list behind `?`: one line for each text, in the table's order, without what has no key. */
export function keyLines(
  group: KeyGroup,
  isMac: boolean,
  hidden: readonly Command[],
): readonly KeyLine[] {
  const lines = new Map<MessageKey, string[]>();
  for (const row of keyTable) {
    if (row.group !== group || row.isListed === false || hidden.includes(row.command)) continue;
    const labels = strokesOf(row, isMac).map((stroke) => strokeLabel(stroke, isMac));
    if (labels.length === 0) continue;
    lines.set(row.text, [...(lines.get(row.text) ?? []), ...labels]);
  }
  return [...lines].map(([text, labels]) => ({ text, labels }));
}

/** The direction of a movement command and what it does to the selection. */
export function movementOf(
  command: Command,
): { readonly direction: KeyDirection; readonly gesture: "only" | "extend" | "focus" } | undefined {
  const [verb, direction] = command.split(".");
  const gesture = gestures[verb ?? ""];
  return direction && gesture ? { direction: direction as KeyDirection, gesture } : undefined;
}

const gestures: Readonly<Record<string, "only" | "extend" | "focus">> = {
  move: "only",
  extend: "extend",
  peek: "focus",
};

function firstStroke(command: Command, isMac: boolean): string | undefined {
  const row = keyTable.find((candidate) => candidate.command === command);
  return row && strokesOf(row, isMac)[0];
}

/** A letter, digit or other sign without Ctrl, Alt or Meta; Space is a button's key as well. */
function isSign({ key, ctrlKey, altKey, metaKey }: KeyPress): boolean {
  return key.length === 1 && key !== " " && !ctrlKey && !altKey && !metaKey;
}

function isFunctionKey(key: string): boolean {
  return /^F\d+$/.test(key) || key === "Escape";
}
