import { afterEach, expect, test } from "vitest";
import {
  dropStroke,
  giveStroke,
  losersOf,
  resetKeys,
  weighStroke,
} from "../../../renderer/src/keys/change-keys.ts";
import {
  bindingsOf,
  canChange,
  readChoices,
  useKeys,
  type KeyChoices,
} from "../../../renderer/src/keys/chosen-keys.ts";
import { commandName } from "../../../renderer/src/keys/command-name.ts";
import { keyTable, type Command } from "../../../renderer/src/keys/key-table.ts";
import { keyAria, keyLabel, keyLines, matchKey } from "../../../renderer/src/keys/match-key.ts";
import { toStroke } from "../../../renderer/src/keys/record-stroke.ts";
import type { KeyPress } from "../../../renderer/src/keys/stroke.ts";

const photos = { scope: "photos", isTyping: false, isMac: false } as const;

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

function weigh(command: Command, stroke: string, choices: KeyChoices = {}) {
  return weighStroke(choices, { command, stroke, isMac: false });
}

function give(choices: KeyChoices, command: Command, stroke: string): KeyChoices {
  return giveStroke(choices, { command, stroke, isMac: false });
}

afterEach(() => useKeys({}));

test("another key binds, and menus, screen readers and the list of keys print it", () => {
  useKeys(give(give({}, "find-similar", "h"), "undo", "Ctrl+u"));

  expect(matchKey(press("h"), photos)).toBe("find-similar");
  expect(matchKey(press("s"), photos)).toBe("find-similar");
  useKeys({ "find-similar": ["Shift+h"] });
  expect(matchKey(press("s"), photos)).toBeUndefined();
  expect(matchKey(press("H", { shiftKey: true }), photos)).toBe("find-similar");
  expect(keyLabel("find-similar", false)).toBe("Shift+H");
  expect(keyAria("find-similar", false)).toBe("Shift+H");
  expect(keyLines("photos", false, []).find(({ text }) => text === "keys.find-similar")).toEqual({
    text: "keys.find-similar",
    labels: ["Shift+H"],
  });
});

test("a command without a key is in no list and prints none", () => {
  useKeys(dropStroke({}, { command: "find-similar", stroke: "s", isMac: false }));

  expect(keyLabel("find-similar", false)).toBe("");
  expect(keyAria("find-similar", false)).toBeUndefined();
  expect(keyLines("photos", false, []).map(({ text }) => text)).not.toContain("keys.find-similar");
});

test("a key that is given to one command is taken from the other, which is named before", () => {
  const verdict = weigh("find-similar", "t");
  const choices = give({}, "find-similar", "t");

  expect(verdict).toEqual({ kind: "taken", by: "add-tag" });
  expect(choices).toEqual({ "find-similar": ["s", "t"], "add-tag": ["Mod+k"] });
});

test("going on to the next photo follows the key that marks, unless another command has it", () => {
  const moved = bindingsOf({ "mark.pick": ["o", "Ctrl+o"] }, false);
  const given = bindingsOf(give({}, "map", "Shift+p"), false);

  expect(moved.get("mark-next.pick")).toEqual(["Shift+o", "Ctrl+Shift+o"]);
  expect(given.get("mark-next.pick")).toEqual([]);
  expect(weigh("map", "Shift+p")).toEqual({ kind: "taken", by: "mark-next.pick" });
});

test("the keys that move and close are the same in every program and are not given away", () => {
  expect(weigh("map", "ArrowLeft")).toEqual({ kind: "fixed", by: "move.left" });
  expect(weigh("map", "Escape")).toEqual({ kind: "fixed", by: "back" });
});

test.each([
  ["Tab", "map"],
  ["Ctrl+w", "map"],
  ["Ctrl+Digit3", "map"],
  ["Ctrl+Alt+m", "map"],
  ["Alt+m", "map"],
  ["Enter", "map"],
  ["F5", "map"],
] as const)("%s is the system's, the browser's or every button's", (stroke, command) => {
  expect(weigh(command, stroke)).toEqual({ kind: "reserved" });
});

test("every key of the table may be what it is", () => {
  for (const isMac of [false, true]) {
    for (const [command, strokes] of bindingsOf({}, isMac)) {
      if (!canChange(command)) continue;
      for (const stroke of strokes)
        expect([stroke, weighStroke({}, { command, stroke, isMac })]).toEqual([
          stroke,
          { kind: "own" },
        ]);
    }
  }
});

test("a command that is set back takes its keys from whoever has them, and nothing is left of the choice", () => {
  const choices = give({}, "find-similar", "t");

  expect(losersOf(choices, "add-tag", false)).toEqual(["find-similar"]);
  expect(resetKeys(choices, "add-tag", false)).toEqual({});
  expect(resetKeys(give({}, "map", "y"), "map", false)).toEqual({});
});

test("only choices that this version knows are taken from what was kept", () => {
  const kept = {
    "find-similar": ["h"],
    "no-such": ["x"],
    "move.left": ["x"],
    map: "v",
    undo: [""],
  };

  expect(readChoices(kept)).toEqual({ "find-similar": ["h"] });
  expect(readChoices("nonsense")).toEqual({});
});

test.each([
  [press("s"), "s"],
  [press("S", { shiftKey: true }), "Shift+s"],
  [press("?", { shiftKey: true, code: "Slash" }), "?"],
  [press("#", { shiftKey: true, code: "Digit3" }), "Shift+Digit3"],
  [press("&", { code: "Digit1" }), "Digit1"],
  [press("7", { code: "Numpad7" }), "Digit7"],
  [press("[", { ctrlKey: true, code: "BracketLeft" }), "Ctrl+BracketLeft"],
  [press(" ", { ctrlKey: true }), "Ctrl+Space"],
  [press("F9"), "F9"],
  [press("+", { ctrlKey: true }), "Ctrl++"],
  [press("Shift", { shiftKey: true }), undefined],
  [press("Dead"), undefined],
])("a press is written as the table writes it, %#", (pressed, stroke) => {
  expect(toStroke(pressed)).toBe(stroke);
});

test("every command that can be changed has a name of its own", () => {
  const names = keyTable
    .filter(({ command }) => canChange(command))
    .map(({ command }) => commandName(command));

  expect(names).toEqual([...new Set(names)]);
});
