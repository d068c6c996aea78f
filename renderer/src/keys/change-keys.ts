/** @file Other keys for a command: what a key means now, and the choices after it is given, taken away or set back. */
import {
  bindingsOf,
  canChange,
  tableStrokes,
  type Bindings,
  type KeyChoices,
} from "./chosen-keys.ts";
import { keyTable, type Command, type KeyRow } from "./key-table.ts";
import { markOf } from "./mark-keys.ts";
import { isReserved } from "./record-stroke.ts";
import { isSameStroke } from "./stroke.ts";

export type KeyVerdict =
  | { readonly kind: "free" }
  /** The command has it already. */
  | { readonly kind: "own" }
  /** `by` would lose it. */
  | { readonly kind: "taken"; readonly by: Command }
  /** `by` cannot be given other keys. */
  | { readonly kind: "fixed"; readonly by: Command }
  /** The system, the browser or every button has it. */
  | { readonly kind: "reserved" };

/** Whether a key can be a command's, and what it means now. */
export function weighStroke(choices: KeyChoices, { command, stroke, isMac }: KeyGift): KeyVerdict {
  if (isReserved(stroke, { scope: rowOf(command).scope, isMac })) return { kind: "reserved" };
  const by = holderOf(bindingsOf(choices, isMac), stroke, isMac);
  if (by === undefined) return { kind: "free" };
  if (by === command) return { kind: "own" };
  const isLost = canChange(by) || markOf(by)?.isNext === true;
  return { kind: isLost ? "taken" : "fixed", by };
}

export interface KeyGift {
  readonly command: Command;
  readonly stroke: string;
  readonly isMac: boolean;
}

/** The command has it from now on, and no other one. */
export function giveStroke(choices: KeyChoices, { command, stroke, isMac }: KeyGift): KeyChoices {
  const own = [...(bindingsOf(choices, isMac).get(command) ?? []), stroke];
  const others = without(choices, [stroke], { holder: command, isMac });
  return settle({ ...others, [command]: own }, isMac);
}

/** The command has it no more. */
export function dropStroke(choices: KeyChoices, { command, stroke, isMac }: KeyGift): KeyChoices {
  const own = bindingsOf(choices, isMac).get(command) ?? [];
  const left = own.filter((other) => !isSameStroke(other, stroke, isMac));
  return settle({ ...choices, [command]: left }, isMac);
}

/** The command has the table's keys again, and no other one has them. */
export function resetKeys(choices: KeyChoices, command: Command, isMac: boolean): KeyChoices {
  const { [command]: _chosen, ...others } = choices;
  const back = tableStrokes(rowOf(command), isMac);
  return settle(without(others, back, { holder: command, isMac }), isMac);
}

/** Commands that would lose keys of theirs if this one were set back. */
export function losersOf(
  choices: KeyChoices,
  command: Command,
  isMac: boolean,
): readonly Command[] {
  const back = tableStrokes(rowOf(command), isMac);
  return [...bindingsOf(choices, isMac)]
    .filter(([other, strokes]) => other !== command && canChange(other) && shares(strokes, back))
    .map(([other]) => other);

  function shares(some: readonly string[], others: readonly string[]): boolean {
    return some.some((stroke) => others.some((other) => isSameStroke(stroke, other, isMac)));
  }
}

function holderOf(bindings: Bindings, stroke: string, isMac: boolean): Command | undefined {
  for (const [command, strokes] of bindings)
    if (strokes.some((other) => isSameStroke(other, stroke, isMac))) return command;
  return undefined;
}

/** Nobody but `holder` has any of these keys. */
function without(
  choices: KeyChoices,
  strokes: readonly string[],
  { holder, isMac }: { readonly holder: Command; readonly isMac: boolean },
): KeyChoices {
  const changed = [...bindingsOf(choices, isMac)].flatMap(([command, own]) => {
    const left = own.filter((one) => !strokes.some((other) => isSameStroke(one, other, isMac)));
    const isChanged = command !== holder && canChange(command) && left.length < own.length;
    return isChanged ? [[command, left] as const] : [];
  });
  return { ...choices, ...Object.fromEntries(changed) };
}

/** A choice that is the table's is none. */
function settle(choices: KeyChoices, isMac: boolean): KeyChoices {
  const isOwn = ([command, strokes]: readonly [string, readonly string[]]): boolean => {
    const usual = tableStrokes(rowOf(command as Command), isMac);
    return (
      usual.length !== strokes.length ||
      usual.some((stroke) => !strokes.some((other) => isSameStroke(stroke, other, isMac)))
    );
  };
  return Object.fromEntries(Object.entries(choices).filter(isOwn));
}

function rowOf(command: Command): KeyRow {
  return keyTable.find((row) => row.command === command)!;
}
