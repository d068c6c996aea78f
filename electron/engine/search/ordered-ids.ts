import type { PhotoId } from "../../contract/photo.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import type { Sql } from "./conditions/sql.ts";
import { isPicked, nearPhotos, orderedPhotos } from "./ordered-photos.ts";
import type { PhotoOrder } from "./photo-order.ts";
import { photoTable, type PreparedQuery } from "./prepare-query.ts";

/** Some of the ids of a result in order. */
export interface Slice {
  /** See {@link fromPosition}. */
  readonly from?: Sql | undefined;
  readonly offset?: number;
  readonly limit: number;
}

/** The first ids from a position on: near it, where that fills the page. */
export function pageIds(
  query: PreparedQuery,
  order: PhotoOrder,
  { from, limit, catalog }: Omit<Slice, "offset"> & { readonly catalog: CatalogReader },
): PhotoId[] {
  const near = nearPhotos(query, order, { from, catalog });
  const found = near ? readIds(near, { limit, catalog }) : [];
  if (found.length === limit) return found;
  return orderedIds(query, order, { from, limit, catalog });
}

/** A slice of the whole result. */
export function orderedIds(
  query: PreparedQuery,
  order: PhotoOrder,
  { from, offset = 0, limit, catalog }: Slice & { readonly catalog: CatalogReader },
): PhotoId[] {
  const select = orderedPhotos(query, order, { columns: "photo.id", from });
  if (!isPicked(query, order)) return readIds(select, { offset, limit, catalog });
  const isFound = membersOf(query, catalog);
  return readIds(select, { limit: -1, catalog })
    .filter((id) => isFound[id] === 1)
    .slice(offset, offset + limit);
}

/** A table of bytes, 1 for each id in the result: of hundreds of thousands it is asked ten times as fast as a set in SQLite. */
export function membersOf(query: PreparedQuery, catalog: CatalogReader): Uint8Array {
  const { text, values } = query.where;
  const select = query.ids ?? {
    text: `SELECT photo.id FROM ${photoTable(query.walk)} WHERE ${text}`,
    values,
  };
  return toMembers(readIds(select, { limit: -1, catalog }));
}

export function toMembers(ids: readonly number[]): Uint8Array {
  const members = new Uint8Array(ids.reduce((last, id) => Math.max(last, id), 0) + 1);
  for (const id of ids) members[id] = 1;
  return members;
}

/** One row holds everything: fetching a million one by one takes four times as long. A limit of -1 is none. */
function readIds(
  { text, values }: Sql,
  { offset = 0, limit, catalog }: Slice & { readonly catalog: CatalogReader },
): PhotoId[] {
  const { ids } = catalog.get<{ ids: string }>(
    `SELECT json_group_array(id) AS ids FROM (${text} LIMIT ? OFFSET ?)`,
    [...values, limit, offset],
  )!;
  return JSON.parse(ids) as PhotoId[];
}
