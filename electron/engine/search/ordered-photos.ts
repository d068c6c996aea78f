/**
 * @file A query's photos in one of its orders, whole or from a position on.
 */
import { LibraryError } from "../../contract/errors.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import type { Grouping } from "../../contract/query.ts";
import type { PagePosition, PhotoOrder } from "./cursor.ts";
import { photoTable, type PreparedQuery } from "./prepare-query.ts";
import { allOf, sql, type Sql } from "./conditions/sql.ts";

const BY_TIME = "photo.sort_at_ms DESC, photo.id DESC";

/** A SELECT of id, sort_at_ms, aspect (and, by directory, folder_path and directory) in order. */
export function orderedPhotos(query: PreparedQuery, order: PhotoOrder, from: Sql = sql("1")): Sql {
  const where = allOf([query.where, from]);
  if (order === "album") return albumPhotos(query, where);
  const text =
    order === "time"
      ? `SELECT photo.id, photo.sort_at_ms, photo.aspect FROM ${photoTable(query.walk)}
         WHERE ${where.text} ORDER BY ${BY_TIME}`
      : `SELECT photo.id, photo.sort_at_ms, photo.aspect, folder.path AS folder_path, photo.directory
         FROM ${directoryTables(query)} WHERE ${where.text}
         ORDER BY folder.path, photo.directory, ${BY_TIME}`;
  return { text, values: where.values };
}

/** The order in which the query's photos come; see {@link PreparedQuery.album}. */
export function orderOf(query: PreparedQuery, groupBy?: Grouping): PhotoOrder {
  if (query.album !== undefined) return "album";
  return groupBy === "folder" ? "directory" : "time";
}

/** With its place in the album where others have their time: what follows it, a cursor for instance, counts by that. */
function albumPhotos({ album }: PreparedQuery, where: Sql): Sql {
  return {
    text: `SELECT photo.id, album_photo.place AS sort_at_ms, photo.aspect
      FROM album_photo CROSS JOIN photo ON photo.id = album_photo.photo_id
      WHERE album_photo.album_id = ? AND (${where.text}) ORDER BY album_photo.place, album_photo.photo_id`,
    values: [album!, ...where.values],
  };
}

/** The photo that ends a stretch of the timeline. */
interface Place {
  readonly sort_at_ms: number;
  readonly id: number;
}

/** At the density from which the timeline is walked, a page of 500 is mostly filled by so many. */
const STRETCH = 20_000;

/**
 * The query's photos among the next of the timeline, tested one by one: making the set of all photos of a wide label
 * takes a quarter of a second at a million photos, and a page is filled long before. Where they do not fill it, since all
 * are further down, the whole set has to be made.
 */
export function nearPhotos(query: PreparedQuery, from: Sql, catalog: CatalogReader): Sql {
  const end = catalog.get<Place>(
    `SELECT sort_at_ms, id FROM ${photoTable("timeline")}
     WHERE photo.missing_since_ms IS NULL AND ${from.text} ORDER BY ${BY_TIME} LIMIT 1 OFFSET ?`,
    [...from.values, STRETCH],
  );
  const near = end
    ? sql("(photo.sort_at_ms, photo.id) >= (?, ?)", end.sort_at_ms, end.id)
    : sql("1");
  return orderedPhotos({ ...query, where: query.whereFew }, "time", allOf([from, near]));
}

/** Condition for the photo at a position and all after it. */
export function fromPosition({ order, sortAtMs, id }: PagePosition, catalog: CatalogReader): Sql {
  if (order === "album")
    return sql("(album_photo.place, album_photo.photo_id) >= (?, ?)", sortAtMs, id);
  if (order === "time") return sql("(photo.sort_at_ms, photo.id) <= (?, ?)", sortAtMs, id);
  const place = catalog.get<{ path: string; directory: string }>(
    "SELECT path, directory FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id = ?",
    [id],
  );
  if (!place)
    throw new LibraryError("request-invalid", "expected a page to begin at a photo of the library");
  const { path, directory } = place;
  // The first two lines are what the index seeks by, the third cuts off the beginning of the directory.
  return sql(
    `folder.path >= ?
     AND photo.directory >= CASE WHEN folder.path = ? THEN ? ELSE '' END
     AND NOT (folder.path = ? AND photo.directory = ? AND (photo.sort_at_ms, photo.id) > (?, ?))`,
    path,
    path,
    directory,
    path,
    directory,
    sortAtMs,
    id,
  );
}

/** CROSS JOIN keeps the two in this order: few photos find their folder, many are found folder by folder. */
function directoryTables({ walk }: PreparedQuery): string {
  return walk === "ids"
    ? `${photoTable(walk)} CROSS JOIN folder ON folder.id = photo.folder_id`
    : "folder CROSS JOIN photo ON photo.folder_id = folder.id";
}
