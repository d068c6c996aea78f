import { DatabaseSync } from "node:sqlite";
import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import type { SqlValue } from "./database.ts";

/** Another program's database, which nothing here ever writes to. */
export interface ForeignDatabase extends Disposable {
  iterate<T>(sql: string, values?: readonly SqlValue[]): Iterable<T>;
}

export interface ForeignSchema {
  /** Columns by table: what must be there. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** For messages. */
  readonly program: string;
}

/**
 * Opens another program's SQLite file to read it. Throws `request-invalid` for a file that is none, or lacks a table or a column, and
 * `file-unreadable` where it cannot be opened, as while its program has it open.
 */
export function openForeignDatabase(
  file: string,
  { tables, program }: ForeignSchema,
): ForeignDatabase {
  const connection = open(file);
  try {
    for (const [table, columns] of Object.entries(tables)) {
      const rows = connection.prepare("SELECT name FROM pragma_table_info(?)").all(table);
      const there = new Set(rows.map(({ name }) => String(name)));
      const lacking = columns.find((column) => !there.has(column));
      if (lacking !== undefined) {
        const message = `Expected a database of ${program} with ${table}.${lacking} but ${file} has none`;
        throw new LibraryError("request-invalid", message);
      }
    }
  } catch (error) {
    connection.close();
    throw toError(file, error);
  }
  return {
    *iterate<T>(sql: string, values: readonly SqlValue[] = []) {
      try {
        yield* connection.prepare(sql).iterate(...values) as Iterable<T>;
      } catch (error) {
        throw toError(file, error);
      }
    },
    [Symbol.dispose]: () => connection.close(),
  };
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true, timeout: 2000 });
  } catch (error) {
    throw toError(file, error);
  }
}

function toError(file: string, cause: unknown): unknown {
  if (cause instanceof LibraryError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  const code = /not a database|malformed/.test(said) ? "request-invalid" : "file-unreadable";
  return toldError(code, tell("import.refused.database", { file, said }), { cause });
}
