import { readFile } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../contract/errors.ts";
import { MAX_EVALUATED_FILES } from "../contract/similar.ts";
import { parseTabSeparated, type Line } from "./tab-separated.ts";

export interface LabelledFile {
  /** Absolute. */
  readonly path: string;
  readonly label: string;
}

export interface LabelledSet {
  readonly files: readonly LabelledFile[];
  /** Rows that have a path and no label. */
  readonly unlabelled: number;
}

const MAX_LABEL_LENGTH = 500;

/**
 * Reads a labelled set: tab-separated, in UTF-8 or with a byte order mark, with a header row that names the columns
 * `path` and `label` among any others. Paths are absolute or begin at the folder of the file. Rejects with a
 * LibraryError that names the line and what was expected there.
 */
export async function readLabelledFiles(source: string): Promise<LabelledSet> {
  const [header, ...rows] = parseTabSeparated(await readText(source), source);
  const columns = findColumns(header, source);
  const lineOf = new Map<string, number>();
  const files: LabelledFile[] = [];
  for (const row of rows) {
    const { given, label } = readRow(row, { ...columns, source });
    const file = path.resolve(path.dirname(source), given);
    const earlier = lineOf.get(file);
    if (earlier !== undefined)
      throw invalid(
        `each file once in ${source} but got ${given} in lines ${earlier} and ${row.number}`,
      );
    lineOf.set(file, row.number);
    if (label !== "") files.push({ path: file, label });
  }
  if (files.length < 2 || files.length > MAX_EVALUATED_FILES) {
    const range = files.length < 2 ? "at least 2" : `at most ${MAX_EVALUATED_FILES}`;
    throw invalid(`${range} files with a label in ${source} but got ${files.length}`);
  }
  return { files, unlabelled: rows.length - files.length };
}

interface Columns {
  readonly pathAt: number;
  readonly labelAt: number;
  readonly count: number;
}

function findColumns(header: Line | undefined, source: string): Columns {
  const names = header?.fields.map((name) => name.trim().toLowerCase()) ?? [];
  const [pathAt, labelAt] = [names.indexOf("path"), names.indexOf("label")];
  if (pathAt >= 0 && labelAt >= 0) return { pathAt, labelAt, count: names.length };
  const got =
    header === undefined ? "nothing" : header.fields.map((name) => `"${name}"`).join(", ");
  throw invalid(
    `the columns "path" and "label", with a tab between them, in line ${header?.number ?? 1} of ${source} but got ${got}`,
  );
}

function readRow(
  { number, fields }: Line,
  { pathAt, labelAt, count, source }: Columns & { readonly source: string },
): { given: string; label: string } {
  const where = `in line ${number} of ${source}`;
  const filled = fields.findLastIndex((field) => field.trim() !== "") + 1;
  if (filled > count) throw invalid(`${count} fields ${where} but got ${filled}`);
  const given = fields[pathAt] ?? "";
  if (given.trim() === "") throw invalid(`a path ${where} but got none`);
  if (given.includes("\0")) throw invalid(`a path ${where} but got one with a NUL in it`);
  if (labelAt >= fields.length)
    throw invalid(`a label after a tab ${where} but got "${fields.join(" ")}" alone`);
  const label = fields[labelAt]!.trim();
  if (label.length > MAX_LABEL_LENGTH)
    throw invalid(
      `a label of at most ${MAX_LABEL_LENGTH} characters ${where} but got ${label.length}`,
    );
  return { given, label };
}

async function readText(source: string): Promise<string> {
  const bytes = await readFile(source).catch((cause: unknown) => {
    const { code, message } = cause as NodeJS.ErrnoException;
    const isMissing = code === "ENOENT" || code === "ENOTDIR";
    throw new LibraryError(
      isMissing ? "file-missing" : "file-unreadable",
      `Expected a TSV file at ${source} but ${isMissing ? "there is none" : `got: ${message}`}`,
      { cause },
    );
  });
  // "Unicode text" of spreadsheets is UTF-16 with a byte order mark.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new LibraryError(
      "request-invalid",
      `Expected text in UTF-8 in ${source} but got other bytes`,
      { cause },
    );
  }
}

function invalid(expectation: string): LibraryError {
  return new LibraryError("request-invalid", `Expected ${expectation}`);
}
