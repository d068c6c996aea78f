/**
 * @file Words as an FTS5 expression on `photo_text`.
 */
import type { Query } from "../language/query.ts";

/** Unicode61 makes words of letters and digits; anything else separates them, a symbol on its own is nothing. */
const WORD = /[\p{L}\p{N}]/u;

/** The FTS5 expression of a term that is about words, undefined for any other and where it has no word in it. */
export function toMatch(term: Query): string | undefined {
  if (term.kind !== "text" && term.kind !== "name" && term.kind !== "camera") return undefined;
  if (term.kind === "camera" && term.isExact) return undefined;
  if (!WORD.test(term.text)) return undefined;
  return term.kind === "text" ? phrase(term.text) : `${term.kind} : ${phrase(term.text)}`;
}

export function combineMatches(matches: readonly string[], operator: "AND" | "OR"): string {
  return matches.length === 1
    ? matches[0]!
    : matches.map((match) => `(${match})`).join(` ${operator} `);
}

/**
 * Quoted, nothing in it is FTS5 syntax, and FTS5 splits it as it split the indexed text: `São-Tomé` is the
 * phrase "sao tome". The star makes its last word a prefix.
 */
function phrase(text: string): string {
  return `"${text.replaceAll('"', " ").replaceAll("\0", " ")}" *`;
}
