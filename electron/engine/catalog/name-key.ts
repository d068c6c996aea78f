import type { DatabaseSync } from "node:sqlite";

/** So that a cursor with a key in it stays short. Names that begin with as many characters are in the order of their ids. */
const LONGEST = 200;

/** Before every letter. */
const NO_LETTER = " ";

/**
 * What file names are ordered by, compared byte by byte: without regard to case and accents, numbers by their value ("IMG_9" before
 * "IMG_10"), names that begin with no letter first. At most 200 characters.
 */
export function nameKey(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize("NFKD")
    // Accents of Latin, Greek and Cyrillic; the marks of other scripts are a part of the word.
    .replaceAll(/[\u0300-\u036f\p{Cc}]/gu, "")
    .normalize("NFC")
    .toLowerCase();
  const start = /^\p{L}/u.test(plain) ? "" : NO_LETTER;
  return `${start}${plain.replaceAll(/\d+/g, lengthFirst)}`.slice(0, LONGEST).toWellFormed();
}

/** Of two numbers the one with fewer digits is the lesser one. */
function lengthFirst(digits: string): string {
  const number = digits.replace(/^0+(?=\d)/, "");
  return `${String(Math.min(99, number.length)).padStart(2, "0")}${number}`;
}

/** The section of a name that begins with this code point: its letter in upper case, "#" for anything else. */
export function letterOf(codePoint: number | null): string {
  const letter = codePoint === null ? "" : String.fromCodePoint(codePoint);
  if (!/\p{L}/u.test(letter)) return "#";
  // A letter that shares its upper case with another ("ı" with "i") keeps its own, so that no section comes twice.
  const upper = letter.toUpperCase();
  return upper.toLowerCase() === letter ? upper : letter;
}

/** Makes {@link nameKey} a function of SQL: migrations and what is salvaged fill `photo.name_key` with it. */
export function registerNameKey(connection: DatabaseSync): void {
  connection.function("name_key", { deterministic: true }, (name) => nameKey(String(name)));
}
