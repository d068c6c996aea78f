/**
 * @file Comma-separated values (RFC 4180): records of fields, a field in quotes where it holds a separator, a quote or a line end.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse, type Parser } from "csv-parse";
import { stringify } from "csv-stringify/sync";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";

export interface CsvRecord {
  /** From 1; where a field spans several lines, the first. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** What the parser says of a record; its types leave it at `any`. */
interface ParsedRecord {
  readonly record: string[];
  /** The text it was read from. */
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** A record that is longer is a quote that nobody closed. */
const MAX_RECORD = 1_000_000;
const LINE_END = /\r\n|\n|\r/g;

/** One record, ended as the RFC has it. A field that only looks empty keeps its quotes, so that its spaces stay. */
export function toCsvRecord(fields: readonly string[]): string {
  return stringify([[...fields]], {
    record_delimiter: "windows",
    quoted_match: /[\r\n]|^\s|\s$/,
  });
}

/**
 * Splits text that comes in pieces. Lines may end in any way, empty ones are left out; the first line tells whether fields are
 * separated by commas, or by semicolons or tabs as some spreadsheets write them. Rejects with `request-invalid`, which names
 * `source` and the line, for a quote that is never closed.
 */
export async function* readCsv(
  pieces: AsyncIterable<string>,
  source: string,
): AsyncGenerator<CsvRecord> {
  const { delimiter, text } = await findDelimiter(pieces);
  const parser = parse({
    delimiter,
    info: true,
    raw: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    skip_records_with_empty_values: true,
    skip_empty_lines: true,
  });
  const feeding = pipeline(Readable.from(text), parser);
  // It fails as the parser does, which is where it is told.
  feeding.catch(() => undefined);
  yield* records(parser, source);
}

async function* records(parser: Parser, source: string): AsyncGenerator<CsvRecord> {
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<ParsedRecord>) {
      const linesInside = raw.trim().match(LINE_END)?.length ?? 0;
      yield { line: info.lines - linesInside, fields: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const told = tell("import.refused.quote", { line: String(error.lines), source });
    throw toldError("request-invalid", told, { cause: error });
  }
}

/** Reads until the first line is there as a whole; `text` is all of it, from the beginning. */
async function findDelimiter(
  pieces: AsyncIterable<string>,
): Promise<{ delimiter: string; text: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  let begun = "";
  while (!/[\r\n]/.test(begun)) {
    const next = await iterator.next();
    if (next.done === true) break;
    begun += next.value;
  }
  const [header] = /^[^\r\n]*/.exec(begun)!;
  const [delimiter = ","] = /[,;\t]/.exec(header) ?? [];
  return { delimiter, text: resumed(begun, iterator) };
}

async function* resumed(begun: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield begun;
  yield* { [Symbol.asyncIterator]: () => rest };
}
