import { Database, type SqlValue } from "../../electron/engine/catalog/database.ts";

/** A catalog that notes what it is asked: how that grows can be told on any machine, where times cannot. */
export class WatchedDatabase extends Database {
  /** Rows that were handed out since the last {@link forget}. */
  rows = 0;
  readonly #asked: string[] = [];

  /** Statements since the last {@link forget}. */
  get statements(): number {
    return this.#asked.length;
  }

  forget(): void {
    this.#asked.length = 0;
    this.rows = 0;
  }

  /** The steps by which SQLite does what was asked. */
  plans(): string[] {
    return this.#asked.flatMap((sql) => {
      const steps = this.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
      return steps.map(({ detail }) => String(detail));
    });
  }

  override run(sql: string, values: readonly SqlValue[] = []): number {
    this.#asked.push(sql);
    return super.run(sql, values);
  }

  override get<T>(sql: string, values: readonly SqlValue[] = []): T | undefined {
    this.#asked.push(sql);
    const row = super.get<T>(sql, values);
    if (row !== undefined) this.rows += 1;
    return row;
  }

  override all<T>(sql: string, values: readonly SqlValue[] = []): T[] {
    this.#asked.push(sql);
    const rows = super.all<T>(sql, values);
    this.rows += rows.length;
    return rows;
  }

  override *iterate<T>(sql: string, values: readonly SqlValue[] = []): Iterable<T> {
    this.#asked.push(sql);
    for (const row of super.iterate<T>(sql, values)) {
      this.rows += 1;
      yield row;
    }
  }
}
