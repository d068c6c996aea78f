/** @file Rows from files of CSV or JSON Lines, read piece by piece whatever their size. */
import { createReadStream } from "node:fs";
import { LibraryError } from "../../../contract/errors.ts";
import type { Told } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { readCsv } from "./csv.ts";
import type { ImportSource, SourceRow } from "./import-source.ts";
import { findColumns, fromCells, fromJsonLine, type Columns } from "./row-text.ts";

export function csvSource(path: string): ImportSource {
  return { kind: "csv", path, rows: () => csvRows(path) };
}

export function jsonlSource(path: string): ImportSource {
  return { kind: "jsonl", path, rows: () => jsonlRows(path) };
}

async function* csvRows(path: string): AsyncGenerator<SourceRow> {
  let columns: Columns | undefined;
  for await (const { line, fields } of readCsv(readText(path), path)) {
    if (columns) {
      yield { place: placeOf(line), ...fromCells(fields, columns) };
      continue;
    }
    columns = findColumns(fields);
    if (!columns) throw noPaths(path, fields.map((name) => `"${name}"`).join(", "));
  }
  if (!columns) throw noPaths(path, tell("import.nothing"));
}

function noPaths(path: string, got: string | Told): LibraryError {
  return toldError("request-invalid", tell("import.refused.columns", { path, got }));
}

function placeOf(line: number): Told {
  return tell("import.place.line", { line: String(line) });
}

async function* jsonlRows(path: string): AsyncGenerator<SourceRow> {
  let line = 0;
  for await (const text of readLines(readText(path))) {
    line++;
    if (text.trim() !== "") yield { place: placeOf(line), ...fromJsonLine(text) };
  }
}

/** More than any row takes; without it a file of another kind would be read into one line. */
const MAX_LINE = 10_000_000;

/** Not by node:readline, for which a line separator of Unicode, which JSON may hold, ends a line. */
async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop()!;
    yield* lines;
    if (rest.length > MAX_LINE) {
      throw toldError(
        "request-invalid",
        tell("import.refused.long-line", { most: String(MAX_LINE) }),
      );
    }
  }
  if (rest !== "") yield rest;
}

/** UTF-8, with or without a byte order mark. Rejects with `file-unreadable`, or `request-invalid` where bytes are no text. */
async function* readText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw toldError("request-invalid", tell("import.refused.bytes", { path }), { cause });
    }
  };
  const stream = createReadStream(path) as AsyncIterable<Buffer, undefined>;
  const pieces = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await pieces.next().catch((cause: unknown) => {
      const said = cause instanceof Error ? cause.message : String(cause);
      const message = `Expected a file that can be read at ${path} but got: ${said}`;
      throw new LibraryError("file-unreadable", message, { cause });
    });
    if (next.done === true) break;
    yield decode(next.value);
  }
  yield decode();
}
