/**
 * @file Rows as lines of CSV or JSON Lines, and back.
 *
 * CSV has these columns in any order, named in its first line; others are ignored, and so are empty cells and the columns that begin
 * with `file_`, which say what the photo's files say. JSON Lines has one {@link ExchangeRow} a line.
 */
import { ExchangeRow, type ExchangeFormat } from "../../../contract/exchange.ts";
import type { Told } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import { toCsvRecord } from "./csv.ts";
import { joinTags, splitTags } from "./joined-tags.ts";

const columns = [
  "path",
  "fingerprint",
  "tags",
  "rating",
  "flag",
  "colour",
  "title",
  "caption",
  "file_tags",
  "file_rating",
  "file_flag",
  "file_colour",
  "file_title",
  "file_caption",
] as const;
type Column = (typeof columns)[number];

/** What a file begins with. The mark tells spreadsheets that it is UTF-8. */
export function headerOf(format: ExchangeFormat): string {
  return format === "csv" ? `\u{FEFF}${toCsvRecord(columns)}` : "";
}

export function toLine(row: ExchangeRow, format: ExchangeFormat): string {
  if (format === "jsonl") return `${JSON.stringify(row)}\n`;
  const { file = {} } = row;
  const cells: Record<Column, string | number | undefined> = {
    path: row.path,
    fingerprint: row.fingerprint,
    tags: joinTags(row.tags ?? []),
    rating: row.rating,
    flag: row.flag,
    colour: row.colour,
    title: row.title,
    caption: row.caption,
    file_tags: joinTags(file.tags ?? []),
    file_rating: file.rating,
    file_flag: file.flag,
    file_colour: file.colour,
    file_title: file.title,
    file_caption: file.caption,
  };
  return toCsvRecord(columns.map((column) => String(cells[column] ?? "")));
}

/** A row, or what was expected of it instead. */
export type ParsedRow = { readonly row: ExchangeRow } | { readonly expected: Told };

/** Where the columns of a CSV file are; undefined where it has none for the path. */
export type Columns = ReadonlyMap<string, number>;

export function findColumns(header: readonly string[]): Columns | undefined {
  const found = new Map(header.map((name, at) => [name.trim().toLowerCase(), at]));
  return found.has("path") ? found : undefined;
}

export function fromCells(cells: readonly string[], at: Columns): ParsedRow {
  const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  const count = Math.max(...at.values()) + 1;
  if (filled > count)
    return expected(tell("import.fields", { count: String(count) }), String(filled));
  const written = (column: Column) => {
    const text = cells[at.get(column) ?? -1] ?? "";
    return text.trim() === "" ? undefined : text;
  };
  const cell = (column: Column) => written(column)?.trim();
  const tags = splitTags(cell("tags") ?? "");
  if (!tags) return expected(tell("import.tags.quote"), cell("tags") ?? "");
  const rating = cell("rating");
  return check({
    path: cells[at.get("path")!] ?? "",
    fingerprint: cell("fingerprint")?.toLowerCase(),
    tags: tags.length > 0 ? tags : undefined,
    rating: rating === undefined ? undefined : toNumber(rating),
    flag: cell("flag")?.toLowerCase(),
    colour: cell("colour")?.toLowerCase(),
    title: written("title"),
    caption: written("caption"),
  });
}

export function fromJsonLine(line: string): ParsedRow {
  try {
    return check(JSON.parse(line));
  } catch {
    return expected(tell("import.json"), shortened(line));
  }
}

/** A number, or the text for the message. */
function toNumber(text: string): number | string {
  return /^\d+(?:\.0*)?$/.test(text) ? Number(text) : text;
}

const EXPECTED: Readonly<Record<string, Told>> = {
  path: tell("import.path"),
  fingerprint: tell("import.fingerprint"),
  tags: tell("import.tags"),
  rating: tell("import.rating"),
  flag: tell("import.flag"),
  colour: tell("import.colour"),
  title: tell("import.title"),
  caption: tell("import.caption"),
};

function check(given: unknown): ParsedRow {
  const { success, data, error } = ExchangeRow.safeParse(withoutNulls(given));
  if (success) return { row: data };
  const field = String(error.issues[0]?.path[0] ?? "");
  const value = (given as Record<string, unknown> | null)?.[field];
  const got = value === undefined ? tell("import.none") : shortened(JSON.stringify(value));
  return expected(EXPECTED[field] ?? tell("import.row"), got);
}

function expected(what: Told, got: string | Told): ParsedRow {
  return { expected: tell("import.expected", { what, got }) };
}

/** Other programs write null for nothing. */
function withoutNulls(given: unknown): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
