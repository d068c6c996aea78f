import type { LibraryError } from "../../../contract/errors.ts";
import type { Told } from "../../../contract/told.ts";
import {
  colourLabels,
  flags,
  flagWords,
  orientations,
  photoFacts,
} from "../../../contract/value-names.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import type { TermToken } from "./lex-query.ts";
import { parseDates } from "./parse-dates.ts";
import { parseNumbers, type NumberTest } from "./parse-numbers.ts";
import type { Query, Term } from "./query.ts";

const DATES = tell("needs.date");

interface Key {
  /** Finishes the sentence "“tag:” needs …". */
  readonly needs: Told;
  /** Undefined where the value is not what the key needs. */
  parse(value: string, token: TermToken): Query | undefined;
}

const keys: Readonly<Record<string, Key>> = {
  label: { needs: tell("needs.label"), parse: parseLabel },
  tag: { needs: tell("needs.tag"), parse: (path) => ({ kind: "tag", path }) },
  folder: {
    needs: tell("needs.folder"),
    parse: (path) => ({ kind: "folder", path }),
  },
  album: { needs: tell("needs.album"), parse: parseAlbum },
  camera: {
    needs: tell("needs.camera"),
    parse: (text) => parseDevice("camera", text),
  },
  lens: { needs: tell("needs.lens"), parse: (text) => parseDevice("lens", text) },
  taken: { needs: DATES, parse: (text, token) => parseTime("taken", text, token) },
  added: { needs: DATES, parse: (text, token) => parseTime("added", text, token) },
  rating: { needs: tell("needs.rating"), parse: parseRating },
  flag: { needs: oneOf([...flags, "none"]), parse: parseFlag },
  colour: { needs: oneOf([...colourLabels, "none"]), parse: parseColour },
  color: { needs: oneOf([...colourLabels, "none"]), parse: parseColour },
  iso: { needs: tell("needs.iso"), parse: (text, token) => parseNumber("iso", text, token) },
  aperture: { needs: tell("needs.aperture", { example: "aperture:<=2.8" }), parse: parseAperture },
  f: { needs: tell("needs.aperture", { example: "f:<=2.8" }), parse: parseAperture },
  size: {
    needs: tell("needs.size"),
    parse: (text, token) =>
      parseNumber("size", text.replaceAll(/(?<=\d)mp(?=\.\.|$)/gi, ""), token),
  },
  orientation: { needs: oneOf(orientations), parse: parseOrientation },
  name: { needs: tell("needs.name"), parse: (text) => ({ kind: "name", text }) },
  type: { needs: tell("needs.type"), parse: parseType },
  is: {
    needs: oneOf([...photoFacts, ...Object.keys(flagWords)]),
    parse: parseIs,
  },
  entry: { needs: tell("needs.entry"), parse: parseEntry },
  has: { needs: tell("needs.gps"), parse: parseHas },
  place: {
    needs: tell("needs.place"),
    parse: parsePlace,
  },
};

/** One word, phrase or `key:value`, two of them for a range of numbers; a value that does not fit throws `query-invalid`. */
export function parseTerm(token: TermToken): Query {
  if (token.key === undefined) return { kind: "text", text: token.value };
  const key = Object.hasOwn(keys, token.key) ? keys[token.key] : undefined;
  if (!key) throw unknownKey(token);
  const term = token.value.trim() === "" ? undefined : key.parse(token.value.trim(), token);
  if (!term) throw needing(token.source, key.needs);
  return term;
}

function oneOf(words: readonly string[]): Told {
  return tell("needs.one-of", { words: words.join(", ") });
}

/** Quotes what was typed and says what was expected instead. */
function needing(source: string, what: Told): LibraryError {
  return toldError("query-invalid", tell("query.needs", { source, what }));
}

function unknownKey({ source, key = "" }: TermToken): LibraryError {
  const known = Object.keys(keys).map((name) => `${name}:`);
  const words = { source, key, known: known.join(", ") };
  return toldError("query-invalid", tell("query.unknown-key", words));
}

function parseLabel(value: string, { source, suffix }: TermToken): Term | undefined {
  const [name, ...rest] = `${value}${suffix}`.split(/>=?/);
  const [confidence] = rest;
  if (!name?.trim() || rest.length > 1) return undefined;
  if (confidence === undefined) return { kind: "label", name: name.trim() };
  const minConfidence = Number(confidence);
  if (!/^\d*\.?\d+$/.test(confidence) || minConfidence > 1) {
    throw needing(source, tell("needs.confidence"));
  }
  return { kind: "label", name: name.trim(), minConfidence };
}

/** By its name, or by its number, which no name begins like. */
function parseAlbum(value: string): Term {
  const [, number] = /^#(\d{1,15})$/.exec(value) ?? [];
  return number === undefined
    ? { kind: "album", name: value }
    : { kind: "members", album: Number(number) };
}

function parseDevice(kind: "camera" | "lens", value: string): Term | undefined {
  if (!value.startsWith("=")) return { kind, text: value };
  const text = value.slice(1).trim();
  return text === "" ? undefined : { kind, text, isExact: true };
}

function parseTime(
  kind: "taken" | "added",
  value: string,
  { source }: TermToken,
): Term | undefined {
  const range = parseDates(value);
  if (range?.fromMs !== undefined && range.untilMs !== undefined && range.untilMs <= range.fromMs) {
    throw toldError("query-invalid", tell("query.ends-early", { source }));
  }
  return range && { kind, ...range };
}

function parseRating(value: string, token: TermToken): Query | undefined {
  const tests = parseNumbers(value);
  if (!tests?.every((test) => Number.isInteger(test.value) && test.value <= 5)) return undefined;
  return allOf(tests, token, ({ comparison, value: stars }) => ({
    kind: "rating",
    comparison,
    stars,
  }));
}

/** Both ends of a range are conditions of their own, as if they had been typed so. */
function allOf(
  tests: readonly NumberTest[],
  { source }: TermToken,
  toTerm: (test: NumberTest) => Term,
): Query {
  const [first, last] = tests;
  if (!last) return toTerm(first!);
  if (last.value < first!.value)
    throw toldError("query-invalid", tell("query.ends-early", { source }));
  return { kind: "and", terms: tests.map(toTerm) };
}

function parseFlag(value: string): Term | undefined {
  const flag = ([...flags, "none"] as const).find((name) => name === value.toLowerCase());
  return flag && { kind: "flag", flag };
}

function parseColour(value: string): Term | undefined {
  const colour = ([...colourLabels, "none"] as const).find((name) => name === value.toLowerCase());
  return colour && { kind: "colour", colour };
}

function parseAperture(text: string, token: TermToken): Query | undefined {
  return parseNumber("aperture", text.replaceAll(/f\/?(?=\d)/gi, ""), token);
}

function parseOrientation(value: string): Term | undefined {
  const orientation = orientations.find((name) => name === value.toLowerCase());
  return orientation && { kind: "orientation", orientation };
}

function parseNumber(
  kind: "iso" | "aperture" | "size",
  text: string,
  token: TermToken,
): Query | undefined {
  const tests = parseNumbers(text);
  return tests && allOf(tests, token, (test) => ({ kind, ...test }));
}

function parseIs(value: string): Term | undefined {
  const flag = flagWords[value.toLowerCase()];
  if (flag) return { kind: "flag", flag };
  const state = photoFacts.find((fact) => fact === value.toLowerCase());
  return state && { kind: "is", state };
}

/** The same as `is:`, in the word that other programs have for it. */
function parseType(value: string): Term | undefined {
  const state = (["photo", "video"] as const).find((kind) => kind === value.toLowerCase());
  return state && { kind: "is", state };
}

function parseEntry(value: string): Term | undefined {
  return /^[1-9]\d{0,14}$/.test(value) ? { kind: "entry", entry: Number(value) } : undefined;
}

function parseHas(value: string): Term | undefined {
  return value.toLowerCase() === "gps" ? { kind: "has", what: "gps" } : undefined;
}

const DEGREES = String.raw`([+-]?\d+(?:\.\d+)?)`;
const AREA = new RegExp(`^${DEGREES},${DEGREES}\\.\\.${DEGREES},${DEGREES}$`);

function parsePlace(value: string, { source }: TermToken): Term | undefined {
  const parts = AREA.exec(value);
  if (!parts) return undefined;
  const [south, west, north, east] = parts.slice(1).map(Number) as [number, number, number, number];
  if (Math.max(Math.abs(south), Math.abs(north)) > 90)
    throw needing(source, tell("needs.latitudes"));
  if (Math.max(Math.abs(west), Math.abs(east)) > 180)
    throw needing(source, tell("needs.longitudes"));
  if (south > north) throw needing(source, tell("needs.south-first"));
  return { kind: "place", area: { west, south, east, north } };
}
