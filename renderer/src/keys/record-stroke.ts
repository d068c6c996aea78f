/** @file A key press as text that a command can be bound to. */
import type { Scope } from "./key-table.ts";
import { isSameStroke, parseStroke, type KeyPress } from "./stroke.ts";

/** Keys that only change what others mean, or that no program is told. */
const NO_KEYS = new Set([
  "Shift",
  "Control",
  "Alt",
  "Meta",
  "OS",
  "AltGraph",
  "CapsLock",
  "NumLock",
  "ScrollLock",
  "Fn",
  "FnLock",
  "Dead",
  "Process",
  "Unidentified",
  "Compose",
]);

/**
 * "s", "Shift+s", "Ctrl+BracketLeft": undefined while no key is down but Shift and its like. Letters and signs are what they write; digits,
 * and brackets with Ctrl, are where they are, so that they are the same on all layouts.
 */
export function toStroke(press: KeyPress): string | undefined {
  if (NO_KEYS.has(press.key)) return undefined;
  const key = keyOf(press);
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const modifiers = [
    press.ctrlKey && "Ctrl",
    press.metaKey && "Meta",
    press.altKey && "Alt",
    press.shiftKey && !isSign && "Shift",
  ];
  return [...modifiers, key].filter(Boolean).join("+");
}

function keyOf({ key, code = "", ctrlKey, metaKey }: KeyPress): string {
  if (/^Digit\d$/.test(code)) return code;
  if (/^\d$/.test(key)) return `Digit${key}`;
  if ((ctrlKey || metaKey) && /^Bracket(Left|Right)$/.test(code)) return code;
  if (key === " ") return "Space";
  return key.length === 1 ? key.toLowerCase() : key;
}

/** What Chromium, the desktop or a text field does itself, on all systems. */
const RESERVED = ["Mod+x", "Mod+v", "Mod+w", "Mod+t", "Mod+n", "Mod+q", "Shift+Mod+n", "F5", "F12"];

/** On macOS ⌘ with a digit is free, but tabs own Ctrl with one elsewhere. */
const TABS = [1, 2, 3, 4, 5, 6, 7, 8].map((digit) => `Mod+Digit${digit}`);

const MAC_ONLY = ["Meta+h", "Meta+m", "Meta+Space"];

/** Keys that press what has the focus, so that nothing may take them from all of the window. */
const PRESSING = ["Enter", "Space", "Shift+Enter", "Shift+Space"];

/**
 * Whether a key is no command's to have: the system's, the browser's, a writing aid (Ctrl with Alt, Alt with a letter), Tab, or, where it
 * would hold for the whole window, a key that presses buttons.
 */
export function isReserved(
  stroke: string,
  { scope, isMac }: { readonly scope: Scope; readonly isMac: boolean },
): boolean {
  const { key, ctrl, alt } = parseStroke(stroke, isMac);
  if (key === "Tab" || (ctrl && alt) || (alt && key.length === 1)) return true;
  const taken = [
    ...RESERVED,
    ...TABS,
    ...(isMac ? MAC_ONLY : []),
    ...(scope === "window" ? PRESSING : []),
  ];
  return taken.some((other) => isSameStroke(other, stroke, isMac));
}
