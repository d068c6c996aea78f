import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { toCatalogError } from "./catalog-errors.ts";

/** Statements kept ready. A search's SQL follows the shape of its query, so there is no end to them. */
const PREPARED = 200;

export type SqlValue = SQLInputValue;

/**
 * One connection to a catalog, its statements prepared once each.
 *
 * [Note: Durability] The catalog runs in WAL mode. What the engine finds out by itself is committed with
 * synchronous=NORMAL: a power cut may undo the last moments, and the next scan repeats them. What the
 * user entered is committed with synchronous=FULL, which also carries everything before it to the disk.
 */
export class Database implements Disposable {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #inTransaction = false;
  #isDurable = false;

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
    connection.exec("PRAGMA journal_mode = WAL");
    connection.exec("PRAGMA synchronous = NORMAL");
    connection.exec("PRAGMA foreign_keys = ON");
    connection.exec("PRAGMA temp_store = MEMORY");
    connection.exec("PRAGMA cache_size = -65536"); // 64 MiB: a million photos' indexes, hot.
  }

  get connection(): DatabaseSync {
    return this.#connection;
  }

  /** Rows changed. */
  run(sql: string, values: readonly SqlValue[] = []): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  /** The id of the inserted row. */
  insert(sql: string, values: readonly SqlValue[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  get<T>(sql: string, values: readonly SqlValue[] = []): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }

  all<T>(sql: string, values: readonly SqlValue[] = []): T[] {
    return this.#prepare(sql).all(...values) as T[];
  }

  iterate<T>(sql: string, values: readonly SqlValue[] = []): Iterable<T> {
    return this.#prepare(sql).iterate(...values) as Iterable<T>;
  }

  /** All writes of `work` happen or none do. Nests: an inner call is part of the outer one. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#connection.exec("BEGIN IMMEDIATE");
    this.#inTransaction = true;
    try {
      const result = work();
      this.#connection.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite may have done it already: a full disk ends a transaction.
      if (this.#connection.isTransaction) this.#connection.exec("ROLLBACK");
      throw toCatalogError(error, this.#connection.location() ?? "memory");
    } finally {
      this.#inTransaction = false;
    }
  }

  /** A transaction that is on the disk when this returns: for what the user entered. Nests. See [Note: Durability]. */
  durably<T>(work: () => T): T {
    if (this.#isDurable) return work();
    this.#connection.exec("PRAGMA synchronous = FULL");
    this.#isDurable = true;
    try {
      return this.transaction(work);
    } finally {
      this.#isDurable = false;
      this.#connection.exec("PRAGMA synchronous = NORMAL");
    }
  }

  [Symbol.dispose](): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#connection.prepare(sql);
    // Set again, so that the first in the map is the one that was not used for longest.
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > PREPARED) {
      const [oldest] = this.#statements.keys();
      this.#statements.delete(oldest!);
    }
    return statement;
  }
}
