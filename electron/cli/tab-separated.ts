import { LibraryError } from "../contract/errors.ts";

export interface Line {
  /** From 1; where a quoted field spans several lines, the first. */
  readonly number: number;
  readonly fields: readonly string[];
}

/** A quoted field or a plain one, and what ends it. */
const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;

/**
 * Splits tab-separated text as spreadsheets write it: a field that begins with a quote ends with one, may hold tabs
 * and line ends, and doubles the quotes inside. Lines may end in any way; empty ones are left out. `source` names the
 * text in messages.
 */
export function parseTabSeparated(text: string, source: string): Line[] {
  const lines: Line[] = [];
  let [at, number, lineNumber] = [0, 1, 1];
  let fields: string[] = [];
  for (let end: string | undefined; end !== "";) {
    FIELD.lastIndex = at;
    const [whole, quoted, plain, separator] = FIELD.exec(text) ?? [""];
    if (separator === undefined || plain?.startsWith('"')) throw strayQuote(source, lineNumber);
    fields.push(quoted?.replaceAll('""', '"') ?? plain!);
    at += whole.length;
    lineNumber += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    end = separator;
    if (end === "\t") continue;
    if (fields.some((field) => field.trim() !== "")) lines.push({ number, fields });
    [fields, number] = [[], lineNumber];
  }
  return lines;
}

function strayQuote(source: string, line: number): LibraryError {
  return new LibraryError(
    "request-invalid",
    `Expected the quote that opens a field in line ${line} of ${source} to be closed before the next tab or line end`,
  );
}
