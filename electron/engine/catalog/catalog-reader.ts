/** What a reader of the catalog may do: ask. `Database` is one; those who only read take this instead. */
export interface CatalogReader {
  all<T>(sql: string, values?: readonly (string | number)[]): T[];
  get<T>(sql: string, values?: readonly (string | number)[]): T | undefined;
  iterate<T>(sql: string, values?: readonly (string | number)[]): Iterable<T>;
}
