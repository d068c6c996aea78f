/**
 * @file Which keys every command has: those of the table, or those that the user chose instead. What prints a key is drawn again when they
 * change.
 */
import { createSubscriber } from "svelte/reactivity";
import { keyTable, type Command, type KeyRow } from "./key-table.ts";
import { markOf } from "./mark-keys.ts";
import { isSameStroke, isSignStroke, withShift } from "./stroke.ts";

/** Keys instead of the table's, by command; a command of an empty list has none. */
export type KeyChoices = Readonly<Record<string, readonly string[]>>;

/** What each command is bound to, in the order in which keys are printed. */
export type Bindings = ReadonlyMap<Command, readonly string[]>;

let choices: KeyChoices = {};
/** Whether letters, digits and signs act alone; the user may switch that off (WCAG 2.1.4). */
let areSignsOn = true;
const known = new Map<boolean, Bindings>();
let tellReaders = (): void => {};
const follow = createSubscriber((update) => {
  tellReaders = update;
  return () => (tellReaders = () => {});
});

/** Those of what was kept that this version knows and can use. */
export function readChoices(kept: unknown): KeyChoices {
  if (typeof kept !== "object" || kept === null) return {};
  const isUsable = ([command, strokes]: [string, unknown]): boolean =>
    keyTable.some((row) => row.command === command && canChange(row.command)) &&
    Array.isArray(strokes) &&
    strokes.every((stroke) => typeof stroke === "string" && stroke !== "");
  return Object.fromEntries(Object.entries(kept as KeyChoices).filter(isUsable));
}

export function useKeys(chosen: KeyChoices): void {
  choices = chosen;
  known.clear();
  tellReaders();
}

export function useSingleKeys(areOn: boolean): void {
  areSignsOn = areOn;
  tellReaders();
}

export function hasSingleKeys(): boolean {
  return areSignsOn;
}

/** The keys that do something now: without those that are signs where signs do not act alone. */
export function strokesOf({ command }: Pick<KeyRow, "command">, isMac: boolean): readonly string[] {
  follow();
  let bindings = known.get(isMac);
  if (!bindings) known.set(isMac, (bindings = bindingsOf(choices, isMac)));
  const strokes = bindings.get(command) ?? [];
  return areSignsOn ? strokes : strokes.filter((stroke) => !isSignStroke(stroke, isMac));
}

/**
 * Every command's keys. Those that mark a photo and go on to the next one follow the keys that mark: they are the same with Shift,
 * unless another command has these.
 */
export function bindingsOf(chosen: KeyChoices, isMac: boolean): Bindings {
  const rows = keyTable.filter(({ command }) => !markOf(command)?.isNext);
  const bindings = new Map(
    rows.map((row) => [row.command, chosen[row.command] ?? tableStrokes(row, isMac)]),
  );
  const given = [...bindings.values()].flat();
  for (const { command } of keyTable) {
    const marking = markOf(command);
    if (!marking?.isNext) continue;
    const strokes = (bindings.get(`mark.${marking.mark}`) ?? []).flatMap(
      (stroke) => withShift(stroke, isMac) ?? [],
    );
    bindings.set(
      command,
      strokes.filter((stroke) => !given.some((other) => isSameStroke(stroke, other, isMac))),
    );
  }
  return bindings;
}

/** As the table has them. */
export function tableStrokes(
  { strokes, mac }: Pick<KeyRow, "strokes" | "mac">,
  isMac: boolean,
): readonly string[] {
  return isMac ? (mac ?? strokes) : strokes;
}

/**
 * Not those that move in a grid, open a menu or close what is on top, which are the same in every program, and not those that follow the
 * keys of a mark.
 */
export function canChange(command: Command): boolean {
  const [verb = ""] = command.split(".");
  return !FIXED.has(verb);
}

const FIXED = new Set(["move", "extend", "peek", "mark-next", "menu", "back"]);
