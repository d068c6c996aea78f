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
  return pickIds(select, { offset, limit, catalog, isFound: membersOf(query, catalog) });
}

/** Photos of an order that are read before it is looked whether they fill a page; after that, four times as many. */
const FIRST_STRETCH = 20_000;

/** The index of the order is read until the slice is full. */
function pickIds(
  select: Sql,
  {
    offset,
    limit,
    catalog,
    isFound,
  }: Required<Omit<Slice, "from">> & {
    readonly catalog: CatalogReader;
    readonly isFound: Uint8Array;
  },
): PhotoId[] {
  const found: PhotoId[] = [];
  let [start, length] = [0, FIRST_STRETCH];
  for (let isEnd = false; !isEnd && found.length < offset + limit; length *= 4) {
    const ids = readIds(select, { offset: start, limit: length, catalog });
    for (const id of ids) if (isFound[id] === 1) found.push(id);
    isEnd = ids.length < length;
    start += length;
  }
  return found.slice(offset, offset + limit);
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

export function toMembers(ids: Iterable<number>): Uint8Array {
  let last = 0;
  for (const id of ids) if (id > last) last = id;
  const members = new Uint8Array(last + 1);
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
