/** @file The orders in which the grid can show a query, and which of them is a query's own habit. */
import { photoSorts, type PhotoSort } from "../../../../electron/contract/photo-sort.ts";

/** `own`: as the user put an album made by hand; no other query has it. */
export type GridSort = PhotoSort | "own";

export const groupings = ["day", "month", "folder", "none"] as const;
export type GridGrouping = (typeof groupings)[number];

export interface GridOrder {
  readonly sort: GridSort;
  /** The other way round: oldest first, Z to A, fewest stars first. */
  readonly isReversed: boolean;
  /** By name and by stars, `day` and `month` both stand for the letter or the stars. */
  readonly groupBy: GridGrouping;
}

/** Queries that are alike share their order: a filter or a word more does not change it. */
export const queryKinds = ["library", "recent", "folder", "album"] as const;
export type QueryKind = (typeof queryKinds)[number];

export type GridOrders = Readonly<Partial<Record<QueryKind, GridOrder>>>;

/** By when they were taken, the latest first, month by month. */
export const NEWEST: GridOrder = { sort: "taken", isReversed: false, groupBy: "month" };
const defaults: Readonly<Record<QueryKind, GridOrder>> = {
  library: NEWEST,
  recent: { sort: "added", isReversed: false, groupBy: "day" },
  folder: NEWEST,
  album: { sort: "own", isReversed: false, groupBy: "month" },
};

/** `isAlbum`: the query shows an album made by hand and nothing else. */
export function kindOfQuery(query: string, { isAlbum }: { readonly isAlbum: boolean }): QueryKind {
  if (isAlbum) return "album";
  const [, field] = /(?:^|\s)(added|folder):/.exec(query) ?? [];
  if (field === undefined) return "library";
  return field === "added" ? "recent" : "folder";
}

/** What was chosen for queries of a kind, else what they begin with. Stored orders of another version count for nothing. */
export function orderOfKind(orders: GridOrders | undefined, kind: QueryKind): GridOrder {
  const stored = orders?.[kind];
  return stored && isOrderOf(kind, stored) ? stored : defaults[kind];
}

/** What can be chosen for queries of a kind, as a menu lists it. */
export function sortsOf(kind: QueryKind): readonly GridSort[] {
  return kind === "album" ? ["own", ...photoSorts] : photoSorts;
}

/** What photos in an order can be grouped by. An album's own order is one run. */
export function groupingsOf({ sort }: GridOrder): readonly GridGrouping[] {
  if (sort === "own") return [];
  return sort === "taken" || sort === "added" ? groupings : ["month", "folder", "none"];
}

/** The grouping as {@link groupingsOf} has it. */
export function groupingOf({ sort, groupBy }: GridOrder): GridGrouping {
  const isByTime = sort === "taken" || sort === "added";
  return groupBy === "day" && !isByTime ? "month" : groupBy;
}

/** As requests want it. */
export function requestOrder({ sort, isReversed, groupBy }: GridOrder): {
  readonly sort?: PhotoSort;
  readonly isReversed?: boolean;
  readonly groupBy: GridGrouping;
} {
  return sort === "own" ? { groupBy } : { sort, isReversed, groupBy };
}

function isOrderOf(kind: QueryKind, { sort, isReversed, groupBy }: GridOrder): boolean {
  return (
    sortsOf(kind).includes(sort) && groupings.includes(groupBy) && typeof isReversed === "boolean"
  );
}
