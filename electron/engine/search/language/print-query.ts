/**
 * @file A parsed search as text: the contrary of parseQuery. What is parsed again is the same query.
 */
import { assertNever } from "../../../contract/assert-never.ts";
import type { Area } from "../../../contract/places.ts";
import { printDates } from "./print-dates.ts";
import type { Query, Term } from "./query.ts";

/** The text of a query. A value that no text can name, with a quotation mark and a space in it, loses the mark. */
export function printQuery(query: Query): string {
  if (query.kind === "and") return query.terms.map(printPart).join(" ");
  if (query.kind === "or") return query.terms.map(printPart).join(" OR ");
  if (query.kind === "not") return `-${printPart(query.term)}`;
  return printTerm(query);
}

/** As a part of another query. */
function printPart(query: Query): string {
  const isGroup = query.kind === "and" || query.kind === "or";
  return isGroup ? `(${printQuery(query)})` : printQuery(query);
}

function printTerm(term: Term): string {
  const { field, value, atLeast = "" } = termParts(term);
  return field === "words" ? printWords(value) : `${field}:${printValue(value)}${atLeast}`;
}

/** A term as the language has it: what stands before the colon, `words` where nothing does, and behind it, unquoted. */
export interface TermParts {
  readonly field: string;
  readonly value: string;
  /** The confidence that a label needs: `>0.8`. */
  readonly atLeast?: string;
}

export function termParts(term: Term): TermParts {
  switch (term.kind) {
    case "text":
      return { field: "words", value: term.text };
    case "name":
      return { field: "name", value: term.text };
    case "camera":
    case "lens":
      return { field: term.kind, value: `${term.isExact ? "=" : ""}${term.text}` };
    case "label": {
      const { name, minConfidence } = term;
      const atLeast = minConfidence === undefined ? "" : `>${printNumber(minConfidence)}`;
      return { field: "label", value: name, atLeast };
    }
    case "tag":
    case "folder":
      return { field: term.kind, value: term.path };
    case "album":
      return { field: "album", value: term.name };
    case "members":
      return { field: "album", value: `#${term.album}` };
    case "taken":
    case "added":
      return { field: term.kind, value: printDates(term) };
    case "rating":
      return { field: "rating", value: `${printComparison(term.comparison)}${term.stars}` };
    case "iso":
    case "aperture":
    case "size": {
      const number = `${printNumber(term.value)}${term.kind === "size" ? "mp" : ""}`;
      return { field: term.kind, value: `${printComparison(term.comparison)}${number}` };
    }
    case "orientation":
      return { field: "orientation", value: term.orientation };
    case "flag":
      return { field: "flag", value: term.flag };
    case "colour":
      return { field: "colour", value: term.colour };
    case "is":
      return { field: "is", value: term.state };
    case "entry":
      return { field: "entry", value: String(term.entry) };
    case "has":
      return { field: "has", value: term.what };
    case "place":
      return { field: "place", value: printArea(term.area) };
    default:
      return assertNever(term);
  }
}

function printArea({ west, south, east, north }: Area): string {
  const [from, to] = [
    [south, west],
    [north, east],
  ].map((corner) => corner.map(printNumber).join(","));
  return `${from}..${to}`;
}

/** What would be read as something else without quotation marks: an operator, a key, a bracket, two words. */
const NEEDS_QUOTES = /[\s()]|^$|^["“”„-]|^(?:OR|AND)$|^[a-z]{2,}:(?!\/\/)|^f:[<>=]*[\d.]/i;

function printWords(text: string): string {
  return NEEDS_QUOTES.test(text) ? quoted(text) : text;
}

function printValue(value: string): string {
  return /[\s()]|^["“”„]/.test(value) ? quoted(value) : value;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["“”„]/g, "")}"`;
}

/** Without an exponent, which the language does not have. */
function printNumber(value: number): string {
  return value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
}

function printComparison(comparison: string): string {
  return comparison === "=" ? "" : comparison;
}
