/**
 * @file A query's photos in one of its orders, whole or from a position on.
 */
import { LibraryError } from "../../contract/errors.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import { allOf, sql, type Sql } from "./conditions/sql.ts";
import type { PagePosition } from "./cursor.ts";
import { columnsOf, isDescending, orderTerms, type PhotoOrder } from "./photo-order.ts";
import { photoTable, type PreparedQuery } from "./prepare-query.ts";

export interface OrderedPhotosOptions {
  /** What is selected, of the table photo; in directories, of folder as well. */
  readonly columns: string;
  /** See {@link fromPosition}. */
  readonly from?: Sql | undefined;
}

/** A SELECT of the query's photos in order; of all photos in it where the query's are to be picked out, see {@link isPicked}. */
export function orderedPhotos(
  query: PreparedQuery,
  order: PhotoOrder,
  { columns, from = sql("1") }: OrderedPhotosOptions,
): Sql {
  const { tables, where } = walkOf(query, order);
  const all = allOf([where, from]);
  return {
    text: `SELECT ${columns} FROM ${tables} WHERE ${all.text} ORDER BY ${orderTerms(order)}`,
    values: all.values,
  };
}

interface Walk {
  readonly tables: string;
  readonly where: Sql;
}

function walkOf(query: PreparedQuery, order: PhotoOrder): Walk {
  if (order.by === "album") return albumWalk(query);
  if (order.inDirectories) return { tables: directoryTables(query), where: query.where };
  if (order.by === "taken") return { tables: photoTable(query.walk), where: query.where };
  if (query.walk === "ids") return { tables: photoTable("ids"), where: query.where };
  if (query.isWhole) return { tables: sortedTable(order.by), where: query.where };
  if (query.isDense) return { tables: sortedTable(order.by), where: sql("1") };
  // Found by whichever index finds them soonest, and then sorted.
  const { text, values } = query.where;
  const found = `photo.id IN (SELECT photo.id FROM ${photoTable(query.walk)} WHERE ${text})`;
  return { tables: photoTable("ids"), where: sql(found, ...values) };
}

/**
 * Whether the index of the order is walked as it is, and the query's photos are then picked out of it by their ids: the index does not
 * have what tells them apart, and a set of hundreds of thousands in SQLite takes seconds to be asked for each.
 */
export function isPicked(query: PreparedQuery, { by, inDirectories }: PhotoOrder): boolean {
  const isSorted = by !== "album" && by !== "taken" && !inDirectories;
  return isSorted && query.isDense && !query.isWhole && query.walk !== "ids";
}

/** The table `photo`, walked in an order of its own. */
function sortedTable(by: "added" | "name" | "rating"): string {
  const index = { added: "photo_by_added", name: "photo_by_name", rating: "photo_by_stars" }[by];
  return `photo INDEXED BY ${index}`;
}

function albumWalk({ album, where }: PreparedQuery): Walk {
  if (album === undefined)
    throw new LibraryError("request-invalid", "expected a cursor of this query but got an album's");
  return {
    tables: "album_photo CROSS JOIN photo ON photo.id = album_photo.photo_id",
    where: allOf([sql("album_photo.album_id = ?", album), where]),
  };
}

/** CROSS JOIN keeps the two in this order: few photos find their folder, many are found folder by folder. */
function directoryTables({ walk }: PreparedQuery): string {
  return walk === "ids"
    ? `${photoTable(walk)} CROSS JOIN folder ON folder.id = photo.folder_id`
    : "folder CROSS JOIN photo ON photo.folder_id = folder.id";
}

/** At the density from which an order is walked, a page of 500 is mostly filled by so many. */
const STRETCH = 20_000;

/** So many ids are all read in the time of some thousand tests, whose photos lie all over the table in such an order. */
const SOON_READ = 250_000;
const SHORT_STRETCH = 2000;

function stretchOf(query: PreparedQuery, order: PhotoOrder): number {
  const isSoonRead = isPicked(query, order) && query.ids !== undefined && query.total <= SOON_READ;
  return isSoonRead ? SHORT_STRETCH : STRETCH;
}

/**
 * The ids of the query's photos among the next of its order, tested one by one: making the set of all photos of a wide label
 * takes a quarter of a second at a million photos, and a page is filled long before. Where they do not fill it, since all
 * are further down, the whole set has to be made. Undefined where the query's photos are too few, or found without a set.
 */
export function nearPhotos(
  query: PreparedQuery,
  order: PhotoOrder,
  { from, catalog }: { readonly from: Sql | undefined; readonly catalog: CatalogReader },
): Sql | undefined {
  const table = nearTable(query, order);
  if (table === undefined) return undefined;
  const stretch = [from, order.by === "rating" ? query.stars : undefined].filter((part) => !!part);
  const { text, values } = allOf([sql("photo.missing_since_ms IS NULL"), ...stretch]);
  const end = catalog.get<{ place: string }>(
    `SELECT ${placeOf(order)} AS place FROM ${table} WHERE ${text} ORDER BY ${orderTerms(order)} LIMIT 1 OFFSET ?`,
    [...values, stretchOf(query, order)],
  );
  const until = isDescending(order) ? ">=" : "<=";
  const near = end ? [compared(order, until, readPlace(end.place))] : [];
  const where = allOf([query.whereFew, ...stretch, ...near]);
  return {
    text: `SELECT photo.id FROM ${table} WHERE ${where.text} ORDER BY ${orderTerms(order)}`,
    values: where.values,
  };
}

function nearTable(query: PreparedQuery, order: PhotoOrder): string | undefined {
  const { by, inDirectories } = order;
  if (by === "album" || inDirectories) return undefined;
  if (by === "taken") return query.walk === "timeline" ? photoTable(query.walk) : undefined;
  return isPicked(query, order) ? sortedTable(by) : undefined;
}

/** SQL for a photo's place in the order, as JSON; see {@link readPlace}. */
function placeOf(order: PhotoOrder): string {
  return `json_array(${columnsOf(order).join(", ")})`;
}

function readPlace(place: string): (string | number)[] {
  return JSON.parse(place) as (string | number)[];
}

/** Condition for photos whose place in the order is so to this one. */
function compared(order: PhotoOrder, operator: string, values: readonly (string | number)[]): Sql {
  const columns = columnsOf(order);
  const marks = columns.map(() => "?").join(", ");
  return sql(`(${columns.join(", ")}) ${operator} (${marks})`, ...values);
}

/** Where photos are in an order; of those that are in it. */
export function positionsOf(
  ids: readonly number[],
  order: PhotoOrder,
  { query, catalog }: { readonly query: PreparedQuery; readonly catalog: CatalogReader },
): PagePosition[] {
  const isAlbum = order.by === "album";
  const tables = isAlbum
    ? "album_photo CROSS JOIN photo ON photo.id = album_photo.photo_id"
    : photoTable("ids");
  const rows = catalog.all<{ id: number; place: string }>(
    `SELECT photo.id, ${placeOf(order)} AS place FROM ${tables}
     WHERE photo.id IN (SELECT value FROM json_each(?)) ${isAlbum ? "AND album_photo.album_id = ?" : ""}`,
    [JSON.stringify(ids), ...(isAlbum ? [query.album!] : [])],
  );
  const places = new Map(rows.map(({ id, place }) => [id, readPlace(place)]));
  return ids.flatMap((id) => {
    const values = places.get(id);
    return values ? [{ order, values }] : [];
  });
}

/** Condition for the photo at a position and all after it. */
export function fromPosition({ order, values }: PagePosition, catalog: CatalogReader): Sql {
  const descends = isDescending(order);
  if (!order.inDirectories) return compared(order, descends ? "<=" : ">=", values);
  const place = catalog.get<{ path: string; directory: string }>(
    "SELECT path, directory FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id = ?",
    [values.at(-1)!],
  );
  if (!place)
    throw new LibraryError("request-invalid", "expected a page to begin at a photo of the library");
  const { path, directory } = place;
  const before = compared(order, descends ? ">" : "<", values);
  // The first two lines are what the index seeks by, the third cuts off the beginning of the directory.
  return sql(
    `folder.path >= ?
     AND photo.directory >= CASE WHEN folder.path = ? THEN ? ELSE '' END
     AND NOT (folder.path = ? AND photo.directory = ? AND ${before.text})`,
    path,
    path,
    directory,
    path,
    directory,
    ...before.values,
  );
}
