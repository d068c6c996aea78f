import { LibraryError } from "../../../contract/errors.ts";
import { colourLabels, flags, orientations, type Flag } from "../../../contract/value-names.ts";
import type { TermToken } from "./lex-query.ts";
import { parseDates } from "./parse-dates.ts";
import { photoFacts, type Comparison, type Term } from "./query.ts";

const DATES = "a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05";

interface Key {
  /** Finishes the sentence "“tag:” needs …". */
  readonly needs: string;
  /** Undefined where the value is not what the key needs. */
  parse(value: string, token: TermToken): Term | undefined;
}

/** The same as `flag:`. */
const flagWords: Readonly<Record<string, Flag>> = { picked: "pick", rejected: "reject" };

const keys: Readonly<Record<string, Key>> = {
  label: { needs: "a label, such as label:dog", parse: parseLabel },
  tag: { needs: 'a tag, such as tag:"New York"', parse: (path) => ({ kind: "tag", path }) },
  folder: {
    needs: "a folder, such as folder:Holidays",
    parse: (path) => ({ kind: "folder", path }),
  },
  album: { needs: 'an album, such as album:"Trips/2023"', parse: parseAlbum },
  camera: {
    needs: "a camera, such as camera:canon",
    parse: (text) => parseDevice("camera", text),
  },
  lens: { needs: "a lens, such as lens:50mm", parse: (text) => parseDevice("lens", text) },
  taken: { needs: DATES, parse: (text, token) => parseTime("taken", text, token) },
  added: { needs: DATES, parse: (text, token) => parseTime("added", text, token) },
  rating: { needs: "a number from 0 to 5", parse: parseRating },
  flag: { needs: "one of pick, reject, none", parse: parseFlag },
  colour: { needs: `one of ${colourLabels.join(", ")}, none`, parse: parseColour },
  color: { needs: `one of ${colourLabels.join(", ")}, none`, parse: parseColour },
  iso: { needs: "a number, such as iso:>=800", parse: (text) => parseNumber("iso", text) },
  aperture: { needs: "an f-number, such as aperture:<=2.8", parse: parseAperture },
  f: { needs: "an f-number, such as f:<=2.8", parse: parseAperture },
  size: {
    needs: "a number of megapixels, such as size:>=12mp",
    parse: (text) => parseNumber("size", text.replace(/(?<=\d)mp$/i, "")),
  },
  orientation: { needs: `one of ${orientations.join(", ")}`, parse: parseOrientation },
  name: { needs: "a file name, such as name:IMG_20", parse: (text) => ({ kind: "name", text }) },
  type: { needs: "“photo” or “video” after the colon", parse: parseType },
  is: {
    needs: `one of ${[...photoFacts, ...Object.keys(flagWords)].join(", ")}`,
    parse: parseIs,
  },
  entry: { needs: "the number of an entry of the history", parse: parseEntry },
  has: { needs: "“gps” after the colon", parse: parseHas },
  place: {
    needs: "south,west..north,east in degrees, such as place:38.6,-9.3..38.8,-9.0",
    parse: parsePlace,
  },
};

/** One word, phrase or `key:value`; a value that does not fit throws `query-invalid`. */
export function parseTerm(token: TermToken): Term {
  if (token.key === undefined) return { kind: "text", text: token.value };
  const key = Object.hasOwn(keys, token.key) ? keys[token.key] : undefined;
  if (!key) throw unknownKey(token);
  const term = token.value.trim() === "" ? undefined : key.parse(token.value.trim(), token);
  if (!term) throw invalidQuery(token.source, `needs ${key.needs}`);
  return term;
}

/** The sentence quotes what was typed and says what was expected instead. */
export function invalidQuery(source: string, sentence: string): LibraryError {
  return new LibraryError("query-invalid", `“${source}” ${sentence}.`);
}

function unknownKey({ source, key }: TermToken): LibraryError {
  const known = Object.keys(keys).map((name) => `${name}:`);
  return invalidQuery(
    source,
    `begins with “${key}:”, which is none of ${known.join(", ")}; put it in quotation marks to search for the words`,
  );
}

function parseLabel(value: string, { source, suffix }: TermToken): Term | undefined {
  const [name, ...rest] = `${value}${suffix}`.split(/>=?/);
  const [confidence] = rest;
  if (!name?.trim() || rest.length > 1) return undefined;
  if (confidence === undefined) return { kind: "label", name: name.trim() };
  const minConfidence = Number(confidence);
  if (!/^\d*\.?\d+$/.test(confidence) || minConfidence > 1) {
    throw invalidQuery(source, "needs a confidence from 0 to 1 after “>”, such as label:dog>0.8");
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
    throw invalidQuery(source, "ends before it begins");
  }
  return range && { kind, ...range };
}

function parseRating(value: string): Term | undefined {
  const [, comparison, stars] = /^(<=|>=|<|>|=)?\s*([0-5])$/.exec(value) ?? [];
  if (stars === undefined) return undefined;
  return { kind: "rating", comparison: (comparison ?? "=") as Comparison, stars: Number(stars) };
}

function parseFlag(value: string): Term | undefined {
  const flag = ([...flags, "none"] as const).find((name) => name === value.toLowerCase());
  return flag && { kind: "flag", flag };
}

function parseColour(value: string): Term | undefined {
  const colour = ([...colourLabels, "none"] as const).find((name) => name === value.toLowerCase());
  return colour && { kind: "colour", colour };
}

function parseAperture(text: string): Term | undefined {
  return parseNumber("aperture", text.replace(/f\/?(?=[\d.]+$)/i, ""));
}

function parseOrientation(value: string): Term | undefined {
  const orientation = orientations.find((name) => name === value.toLowerCase());
  return orientation && { kind: "orientation", orientation };
}

function parseNumber(kind: "iso" | "aperture" | "size", text: string): Term | undefined {
  const [, comparison, number] = /^(<=|>=|<|>|=)?\s*(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return { kind, comparison: (comparison ?? "=") as Comparison, value: Number(number) };
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
    throw invalidQuery(source, "needs latitudes from -90 to 90 before each comma");
  if (Math.max(Math.abs(west), Math.abs(east)) > 180)
    throw invalidQuery(source, "needs longitudes from -180 to 180 behind each comma");
  if (south > north) throw invalidQuery(source, "needs the south before the north");
  return { kind: "place", area: { west, south, east, north } };
}
