import type { Grouping, Order } from "../../contract/query.ts";
import type { PhotoSort } from "../../contract/photo-sort.ts";
import type { PreparedQuery } from "./prepare-query.ts";

/** An order of a result. */
export interface PhotoOrder {
  /** `album`: as the user put the photos of an album. */
  readonly by: PhotoSort | "album";
  readonly isReversed: boolean;
  /** Directory after directory, A to Z, and so inside each. */
  readonly inDirectories: boolean;
}

interface OrderRow {
  /** What it compares, the most important first; the last one is the photo's id. All in the same direction. */
  readonly columns: readonly string[];
  readonly isDescending: boolean;
  /** What segments are told by: a number, or NULL. */
  readonly section: string;
}

const orders: Readonly<Record<PhotoOrder["by"], OrderRow>> = {
  taken: {
    columns: ["photo.sort_at_ms", "photo.id"],
    isDescending: true,
    section: "photo.sort_at_ms",
  },
  added: {
    columns: ["photo.added_at_ms", "photo.id"],
    isDescending: true,
    section: "photo.added_at_ms",
  },
  name: {
    columns: ["photo.name_key", "photo.id"],
    isDescending: false,
    section: "unicode(photo.name_key)",
  },
  rating: {
    columns: ["photo.rating", "photo.sort_at_ms", "photo.id"],
    isDescending: true,
    section: "photo.rating",
  },
  album: {
    columns: ["album_photo.place", "album_photo.photo_id"],
    isDescending: false,
    section: "NULL",
  },
};

/** The order in which the query's photos come; see {@link PreparedQuery.album}. */
export function orderOf(
  query: PreparedQuery,
  { sort, isReversed = false, groupBy }: Order & { readonly groupBy?: Grouping | undefined },
): PhotoOrder {
  const by = sort ?? (query.album === undefined ? "taken" : "album");
  return { by, isReversed, inDirectories: groupBy === "folder" && by !== "album" };
}

export function columnsOf({ by }: PhotoOrder): readonly string[] {
  return orders[by].columns;
}

export function sectionOf({ by }: PhotoOrder): string {
  return orders[by].section;
}

export function isDescending({ by, isReversed }: PhotoOrder): boolean {
  return orders[by].isDescending !== isReversed;
}

/** What follows ORDER BY. */
export function orderTerms(order: PhotoOrder): string {
  const direction = isDescending(order) ? "DESC" : "ASC";
  const columns = columnsOf(order).map((column) => `${column} ${direction}`);
  return [...(order.inDirectories ? ["folder.path", "photo.directory"] : []), ...columns].join(
    ", ",
  );
}
