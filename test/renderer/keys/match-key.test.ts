import { expect, test } from "vitest";
import { useSingleKeys } from "../../../renderer/src/keys/chosen-keys.ts";
import { keyTable } from "../../../renderer/src/keys/key-table.ts";
import {
  keyAria,
  keyLabel,
  keyLines,
  matchKey,
  movementOf,
} from "../../../renderer/src/keys/match-key.ts";
import type { KeyPress } from "../../../renderer/src/keys/stroke.ts";

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

const photos = { scope: "photos", isTyping: false, isMac: false } as const;
const anywhere = { scope: "window", isTyping: false, isMac: false } as const;

test.each([
  ["s", {}, "find-similar"],
  ["S", { shiftKey: false }, "find-similar"],
  ["t", {}, "add-tag"],
  ["T", { shiftKey: true }, "remove-tag"],
  [" ", {}, "open"],
  [" ", { ctrlKey: true }, "toggle"],
  ["a", {}, "toggle"],
  ["a", { ctrlKey: true }, "select-all"],
  ["ArrowLeft", {}, "move.left"],
  ["ArrowLeft", { shiftKey: true }, "extend.left"],
  ["ArrowLeft", { ctrlKey: true }, "peek.left"],
  ["End", { ctrlKey: true }, "move.last"],
  ["Home", { ctrlKey: true, shiftKey: true }, "extend.first"],
  ["F10", { shiftKey: true }, "menu"],
  ["-", {}, "smaller"],
  ["=", {}, "larger"],
  ["+", { shiftKey: true }, "larger"],
  ["3", { code: "Digit3" }, "mark.rating-3"],
  ['"', { code: "Digit3" }, "mark.rating-3"],
  ["-", { code: "Digit6" }, "mark.red"],
  ["#", { code: "Digit3", shiftKey: true }, "mark-next.rating-3"],
  ["=", { code: "Digit0", shiftKey: true }, "larger"],
  ["p", {}, "mark.pick"],
  ["z", {}, "zoom-toggle"],
  ["l", {}, "surround"],
  ["Enter", { ctrlKey: true }, "slideshow"],
  ["X", { shiftKey: true }, "mark-next.reject"],
] as const)("%s with %o in a grid means %s", (key, modifiers, command) => {
  expect(matchKey(press(key, modifiers), photos)).toBe(command);
});

test("⌘ takes the place of Ctrl on macOS", () => {
  const mac = { ...photos, isMac: true };

  expect(matchKey(press("a", { metaKey: true }), mac)).toBe("select-all");
  expect(matchKey(press("a", { ctrlKey: true }), mac)).toBeUndefined();
  expect(matchKey(press("ArrowUp", { metaKey: true }), mac)).toBe("move.first");
});

test("a sign counts with Shift or without, as the keyboard's layout wants it", () => {
  expect(matchKey(press("?", { shiftKey: true }), anywhere)).toBe("help");
  expect(matchKey(press("/", { shiftKey: true }), anywhere)).toBe("search");
});

test("Caps Lock goes on to the next photo with every mark, and changes no other key", () => {
  const locked = { getModifierState: (key: string) => key === "CapsLock" };

  expect(matchKey(press("P", locked), photos)).toBe("mark-next.pick");
  expect(matchKey(press("4", { code: "Digit4", ...locked }), photos)).toBe("mark-next.rating-4");
  expect(matchKey(press("S", locked), photos)).toBe("find-similar");
});

test("a digit that writes / with Shift is for the search and no mark", () => {
  const slash = press("/", { code: "Digit7", shiftKey: true });

  expect(matchKey(slash, photos)).toBeUndefined();
  expect(matchKey(slash, anywhere)).toBe("search");
});

test("the whole screen is taken from anywhere, by a bare key but in a field, and by F11", () => {
  expect(matchKey(press("f"), anywhere)).toBe("full-screen");
  expect(matchKey(press("f"), { ...anywhere, isTyping: true })).toBeUndefined();
  expect(matchKey(press("F11"), { ...anywhere, isTyping: true })).toBe("full-screen");
  const mac = { ...anywhere, isMac: true };
  expect(matchKey(press("f", { ctrlKey: true, metaKey: true }), mac)).toBe("full-screen");
});

test("bare keys in a field are text, others still work", () => {
  const typing = { ...anywhere, isTyping: true };

  expect(matchKey(press("i"), typing)).toBeUndefined();
  expect(matchKey(press("z", { ctrlKey: true }), typing)).toBeUndefined();
  expect(matchKey(press("F8"), typing)).toBe("details");
  expect(matchKey(press("Escape"), typing)).toBe("back");
});

test("no key means two things in one place", () => {
  for (const isMac of [false, true]) {
    const strokes = keyTable.flatMap(({ scope, strokes: all, mac }) =>
      (isMac ? (mac ?? all) : all).map((stroke) => `${scope} ${stroke.toLowerCase()}`),
    );
    expect(strokes).toEqual([...new Set(strokes)]);
  }
});

test("menus print what is bound", () => {
  expect(keyLabel("copy-path", false)).toBe("Ctrl+C");
  expect(keyLabel("copy-path", true)).toBe("⌘C");
  expect(keyAria("copy-path", false)).toBe("Control+C");
});

test("the list has one line for each meaning and leaves out what this host cannot do", () => {
  const lines = keyLines("photos", false, ["show-in-folder"]);

  expect(lines.map(({ text }) => text)).not.toContain("keys.show-in-folder");
  expect(lines.find(({ text }) => text === "keys.open")?.labels).toEqual(["Enter", "E", "Space"]);
});

test("movements know their direction and what they do to the selection", () => {
  expect(movementOf("extend.page-down")).toEqual({ direction: "page-down", gesture: "extend" });
  expect(movementOf("open")).toBeUndefined();
});

test("⌥ and Alt with a digit are a favourite tag, whatever the layout writes", () => {
  expect(matchKey(press("4", { code: "Digit4", altKey: true }), photos)).toBe("favourite.4");
  expect(matchKey(press("¢", { code: "Digit4", altKey: true }), { ...photos, isMac: true })).toBe(
    "favourite.4",
  );
  expect(keyLabel("favourite.4", false)).toBe("Alt+4");
  expect(keyLabel("favourite.4", true)).toBe("⌥4");
  expect(keyAria("favourite.4", false)).toBe("Alt+4");
});

test("letters and signs do nothing when single keys are off; arrows, Space and keys with Ctrl stay", () => {
  useSingleKeys(false);
  try {
    expect(matchKey(press("s"), photos)).toBeUndefined();
    expect(matchKey(press("T", { shiftKey: true }), photos)).toBeUndefined();
    expect(matchKey(press("/"), anywhere)).toBeUndefined();
    expect(matchKey(press("ArrowLeft"), photos)).toBe("move.left");
    expect(matchKey(press(" "), photos)).toBe("open");
    expect(matchKey(press("a", { ctrlKey: true }), photos)).toBe("select-all");
    expect(matchKey(press("F1"), anywhere)).toBe("help");
    expect([keyLabel("find-similar", false), keyLabel("details", false)]).toEqual(["", "F8"]);
  } finally {
    useSingleKeys(true);
  }
});
