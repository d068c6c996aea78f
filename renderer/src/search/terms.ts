/** @file The search box shows the terms of a query as chips; this is the way from text to chips and back. */
import { quoteValue } from "../library/query-text.ts";

export const fields = [
  "label",
  "tag",
  "folder",
  "album",
  "camera",
  "lens",
  "name",
  "taken",
  "added",
  "rating",
  "flag",
  "colour",
  "iso",
  "aperture",
  "f",
  "size",
  "orientation",
  "is",
  "has",
  "place",
  "entry",
] as const;
export type Field = (typeof fields)[number];

/** One `field:value` of a query. */
export interface Term {
  readonly isNegated: boolean;
  readonly field: Field;
  /** Without its quotes. */
  readonly value: string;
}

export interface SplitQuery {
  readonly terms: readonly Term[];
  /** What stays as text: words, and what is not complete. */
  readonly rest: string;
}

const CONFIDENCE = />=?[\d.]*$/;
/** A quoted label may be followed by the confidence it needs: `label:"tabby cat">0.8`. */
const term = new RegExp(`^(-?)(${fields.join("|")}):(?:"([^"]+)"(>=?[\\d.]+)?|([^\\s"()]+))$`, "i");

/**
 * Takes the complete terms out of a query. While the user types, the last one is complete only when a
 * space follows it, so that `label:do` does not become a chip on the way to `label:dog`.
 */
export function splitQuery(text: string, options: { readonly isTyping: boolean }): SplitQuery {
  // What stands beside OR has no chip form; the text stays as it was written.
  if (isAlternative(text)) return { terms: [], rest: text };
  const tokens = text.match(/(?:"[^"]*"?|[^\s"])+|\s+/g) ?? [];
  const terms: Term[] = [];
  const rest: string[] = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    const isUnfinished = options.isTyping && at === tokens.length - 1;
    const found = isUnfinished || depth > 0 ? undefined : parseTerm(token);
    depth += depthOf(token);
    if (found) terms.push(found);
    else rest.push(token);
  }
  return { terms, rest: terms.length > 0 ? rest.join("").replace(/^\s+/, "") : rest.join("") };
}

export function hasAlternatives(text: string): boolean {
  return /[()]|\bOR\b/.test(unquotedParts(text));
}

/** Whether the text is one of several, or several of which one has to fit: an OR outside of all parentheses. */
function isAlternative(text: string): boolean {
  let depth = 0;
  for (const token of unquotedParts(text).match(/[()]|[^\s()]+/g) ?? []) {
    if (token === "OR" && depth <= 0) return true;
    depth += depthOf(token);
  }
  return false;
}

/** How many parentheses a text opens and does not close. */
function depthOf(text: string): number {
  const signs = unquotedParts(text);
  return (signs.match(/\(/g)?.length ?? 0) - (signs.match(/\)/g)?.length ?? 0);
}

function unquotedParts(text: string): string {
  return text.replaceAll(/"[^"]*"/g, "");
}

export function parseTerm(token: string): Term | undefined {
  const parts = term.exec(token);
  if (!parts) return undefined;
  const [, minus, name, quoted, confidence = "", plain] = parts;
  const field = name!.toLowerCase() as Field;
  if (confidence !== "" && field !== "label") return undefined;
  // One letter is a key only before an f-number.
  if (field === "f" && !/^[<>=]*[\d.]/.test(plain ?? "")) return undefined;
  const value = quoted === undefined ? plain! : `${quoted}${confidence}`;
  return { isNegated: minus === "-", field, value };
}

/** The word of a `label:` term, without the confidence that it asks for. */
export function labelWord({ value }: Term): string {
  return value.replace(CONFIDENCE, "").trim();
}

/** The confidence that a `label:` term asks for; undefined where it leaves that to the model. */
export function labelConfidence({ value }: Term): number | undefined {
  const asked = Number(/>=?([\d.]+)$/.exec(value)?.[1] ?? NaN);
  return asked >= 0 && asked <= 1 ? asked : undefined;
}

/** The same term for another word. */
export function withLabelWord(term: Term, word: string): Term {
  return { ...term, value: `${unquoted(word)}${CONFIDENCE.exec(term.value)?.[0] ?? ""}` };
}

/** The engine names a sense as the query language writes it, quoted where it has to be. */
export function unquoted(value: string): string {
  return value.replaceAll('"', "").trim();
}

/** The term as the query language writes it. */
export function termText({ isNegated, field, value }: Term): string {
  return `${isNegated ? "-" : ""}${field}:${quoteValue(value)}`;
}

export function joinQuery(terms: readonly Term[], rest: string): string {
  return [...terms.map(termText), rest.trim()].filter((part) => part !== "").join(" ");
}

export function isSameTerm(a: Term, b: Term): boolean {
  return termText(a).toLowerCase() === termText(b).toLowerCase();
}

/** A search with terms in the place of those that `isOld` names: where the first of them stood, else behind the others. */
export function exchangeTerms(
  query: SplitQuery,
  isOld: (term: Term) => boolean,
  added: readonly Term[],
): SplitQuery {
  // Beside an OR a further term would belong to one side of it.
  const { terms, rest } = isAlternative(query.rest)
    ? { terms: [], rest: `(${joinQuery(query.terms, query.rest)})` }
    : query;
  const at = terms.findIndex(isOld);
  const kept = terms.filter((term) => !isOld(term));
  const place = at < 0 ? kept.length : terms.slice(0, at).filter((term) => !isOld(term)).length;
  return { terms: kept.toSpliced(place, 0, ...added), rest };
}
