/**
 * @file Keys as text: "Mod+A", "Shift+F10", "?". Mod is ⌘ on macOS and Ctrl elsewhere. "Digit1" and "BracketLeft" are the keys that have the 1
 * and the [ on most keyboards, whatever its layout and modifiers make of it.
 */

import { say, type MessageKey } from "../messages/say.ts";

/** What a keyboard event tells; a part of KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState?(key: string): boolean;
}

/** A key and what is held down with it. */
export interface Stroke {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

export function isStroke(press: KeyPress, text: string, isMac: boolean): boolean {
  const stroke = parseStroke(text, isMac);
  const hasKey = isPlace(stroke.key)
    ? press.code === stroke.key
    : press.key.toLowerCase() === stroke.key.toLowerCase();
  const hasModifiers =
    press.ctrlKey === stroke.ctrl && press.metaKey === stroke.meta && press.altKey === stroke.alt;
  // Which signs need Shift depends on the keyboard's layout, so it does not count for them.
  return hasKey && hasModifiers && (isSign(stroke.key) || press.shiftKey === stroke.shift);
}

/** As a menu or the key list prints it: "Ctrl+A", "⌘A". */
export function strokeLabel(text: string, isMac: boolean): string {
  const { key, ctrl, meta, alt, shift } = parseStroke(text, isMac);
  const name = spokenName(key);
  if (isMac)
    return `${ctrl ? "⌃" : ""}${alt ? "⌥" : ""}${shift ? "⇧" : ""}${meta ? "⌘" : ""}${name}`;
  const modifiers = [ctrl && say("key.ctrl"), alt && say("key.alt"), shift && say("key.shift")];
  return [...modifiers, name].filter(Boolean).join("+");
}

/** As `aria-keyshortcuts` wants it: "Control+A". */
export function strokeAria(text: string, isMac: boolean): string {
  const { key, ctrl, meta, alt, shift } = parseStroke(text, isMac);
  const name = key === " " ? "Space" : nameOf(key);
  return [ctrl && "Control", meta && "Meta", alt && "Alt", shift && "Shift", name]
    .filter(Boolean)
    .join("+");
}

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  "-": "−",
};

/** What is printed on keys differs between languages. */
const words: Readonly<Record<string, MessageKey>> = {
  " ": "key.space",
  Backspace: "key.backspace",
  ContextMenu: "key.menu",
  Delete: "key.delete",
  End: "key.end",
  Enter: "key.enter",
  Escape: "key.escape",
  Home: "key.home",
  PageDown: "key.page-down",
  PageUp: "key.page-up",
};

const placeNames: Readonly<Record<string, string>> = { BracketLeft: "[", BracketRight: "]" };

/** The same keys, however they are written: "Mod+a" is "Ctrl+a", and signs are what they are with Shift or without. */
export function isSameStroke(one: string, other: string, isMac: boolean): boolean {
  const [a, b] = [parseStroke(one, isMac), parseStroke(other, isMac)];
  const hasModifiers = a.ctrl === b.ctrl && a.meta === b.meta && a.alt === b.alt;
  if (a.key.toLowerCase() !== b.key.toLowerCase() || !hasModifiers) return false;
  return isSign(a.key) || a.shift === b.shift;
}

/** A letter, digit or other sign without Ctrl, Alt or Meta; Space is a button's key as well. */
export function isSignStroke(text: string, isMac: boolean): boolean {
  const { key, ctrl, meta, alt } = parseStroke(text, isMac);
  return (key.length === 1 || isPlace(key)) && key !== " " && !ctrl && !meta && !alt;
}

/** The same with Shift; undefined where Shift would make no difference. */
export function withShift(text: string, isMac: boolean): string | undefined {
  const { key, shift } = parseStroke(text, isMac);
  if (shift || isSign(key)) return undefined;
  const at = text.lastIndexOf("+") + 1;
  return `${text.slice(0, at)}Shift+${text.slice(at)}`;
}

/** The key, and what is held down with it. */
export function parseStroke(text: string, isMac: boolean): Stroke {
  // The last sign is always part of the key, which may be "+" itself.
  const at = text.slice(0, -1).lastIndexOf("+");
  const key = text.slice(at + 1);
  const modifiers = text.slice(0, Math.max(0, at)).split("+");
  const mod = modifiers.includes("Mod");
  return {
    key: key === "Space" ? " " : key,
    ctrl: modifiers.includes("Ctrl") || (mod && !isMac),
    meta: modifiers.includes("Meta") || (mod && isMac),
    alt: modifiers.includes("Alt"),
    shift: modifiers.includes("Shift"),
  };
}

function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== " ";
}

/** Named by where it is on the keyboard. */
function isPlace(key: string): boolean {
  return key in placeNames || /^Digit\d$/.test(key);
}

function spokenName(key: string): string {
  const word = words[key];
  return word === undefined ? (signs[key] ?? nameOf(key)) : say(word);
}

function nameOf(key: string): string {
  if (isPlace(key)) return placeNames[key] ?? key.slice(-1);
  return key.length === 1 ? key.toUpperCase() : key;
}
