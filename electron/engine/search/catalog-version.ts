import type { SearchSource } from "./search-source.ts";

/**
 * Changes with every write and with the model that answers: `total_changes` with this connection's own writes,
 * `data_version` with those of others.
 */
export function readVersion({ catalog, model }: SearchSource): string {
  const { own } = catalog.get<{ own: number }>("SELECT total_changes() AS own")!;
  const { data_version: others } = catalog.get<{ data_version: number }>("PRAGMA data_version")!;
  return `${own}/${others}/${model.key}`;
}
