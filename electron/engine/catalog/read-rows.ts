import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import { isDamage } from "./catalog-errors.ts";

export type Row = Record<string, SQLOutputValue>;

/** Keys that are asked for together between the readable ends of a damaged table. */
const RANGE = 256;
/** Where nobody knows the last key: so many ranges in a row without one are taken for the end. */
const EMPTY_RANGES = 2_000;
/** A damaged leaf spoils a few ranges, which are asked key by key; what spoils more is a page above many leaves. */
const SPOILT_RANGES = 16;

/**
 * The rows of a table, those that can be read of a damaged one: from its beginning to the damage, from its end back to
 * it, and between them by key, where the first column of its key is a number. A row may come twice. Answers with
 * whether all were read.
 */
export function readRows(
  db: DatabaseSync,
  table: string,
  { visit, lastKey }: { readonly visit: (row: Row) => void; readonly lastKey?: number | undefined },
): boolean {
  const key = keyOf(db, table);
  if (key === undefined) return false;
  const select = `SELECT ${key.columns} FROM "${table}" NOT INDEXED`;
  const forward = readUntilDamage(db, `${select} ORDER BY ${key.order.join(", ")}`, visit);
  if (forward.isWhole) return true;
  const descending = key.order.map((column) => `${column} DESC`).join(", ");
  const backward = readUntilDamage(db, `${select} ORDER BY ${descending}`, visit);
  if (key.number === undefined) return false;
  const first = numberOf(forward.last?.[key.number]) ?? 0;
  const last = numberOf(backward.last?.[key.number]) ?? lastKey;
  const between = db.prepare(`${select} WHERE "${key.number}" BETWEEN ? AND ?`);
  readBetween(between, { first, last, visit });
  return false;
}

interface Key {
  /** What is read; rows without a key of their own come with their `rowid`. */
  readonly columns: string;
  readonly order: readonly string[];
  /** Its first column, where that holds whole numbers. */
  readonly number: string | undefined;
}

/** Undefined where not even the description of the table can be read, or there is none. */
function keyOf(db: DatabaseSync, table: string): Key | undefined {
  try {
    const columns = db.prepare(`PRAGMA table_info("${table}")`).all();
    if (columns.length === 0) return undefined;
    const key = columns
      .filter(({ pk }) => Number(pk) > 0)
      .sort((a, b) => Number(a.pk) - Number(b.pk));
    const [first] = key;
    if (!first) return { columns: "rowid AS rowid, *", order: ["rowid"], number: undefined };
    const number = first.type === "INTEGER" ? String(first.name) : undefined;
    return { columns: "*", order: key.map(({ name }) => `"${String(name)}"`), number };
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

function readUntilDamage(
  db: DatabaseSync,
  sql: string,
  visit: (row: Row) => void,
): { isWhole: boolean; last: Row | undefined } {
  let last: Row | undefined;
  try {
    for (const row of db.prepare(sql).iterate()) {
      last = row;
      visit(row);
    }
    return { isWhole: true, last };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { isWhole: false, last };
  }
}

interface Gap {
  readonly first: number;
  readonly last: number | undefined;
  readonly visit: (row: Row) => void;
}

function readBetween(between: StatementSync, { first, last, visit }: Gap): void {
  let [empty, spoilt] = [0, 0];
  for (let from = first; from <= (last ?? Infinity) && empty < EMPTY_RANGES; from += RANGE) {
    let rows = readRange(between, from, from + RANGE - 1);
    if (rows !== undefined) spoilt = 0;
    else {
      spoilt++;
      // Below a page that is lost every key is: then one of each range shows when the end of that is reached.
      const keys = spoilt > SPOILT_RANGES ? 1 : RANGE;
      rows = Array.from({ length: keys }, (_, key) => from + key).flatMap(
        (key) => readRange(between, key, key) ?? [],
      );
    }
    empty = rows.length === 0 && last === undefined ? empty + 1 : 0;
    for (const row of rows) visit(row);
  }
}

/** Undefined where it cannot be read. */
function readRange(between: StatementSync, from: number, to: number): Row[] | undefined {
  try {
    return between.all(from, to);
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

function numberOf(value: SQLOutputValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
