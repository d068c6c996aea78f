import type { PhotoId } from "../../contract/photo.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import type { PhotoSearch } from "../search/run-query.ts";
import { fingerprintsOf } from "./live-entries.ts";

/** How the photos that a search finds are told from the others. */
export interface Within {
  /** Content that the table is to look at; without it, all. */
  readonly within?: readonly string[];
  readonly among?: (ids: readonly PhotoId[]) => readonly PhotoId[];
  /** The part of the table that passes, in (0, 1]. */
  readonly share: number;
}

/** Up to so many are named to the table, whatever their share. */
const NAMED = 1000;
/** From this share on, looking further down the table's own list is quicker than naming those that pass. */
const WIDE_SHARE = 0.1;

/**
 * Undefined where nothing passes. Nothing is lost either way: a narrow search names its photos to the vector table,
 * of a wide one as many of the nearest are taken as it takes.
 */
export function prepareWithin(
  query: string,
  { search, catalog, rows }: { search: PhotoSearch; catalog: CatalogReader; rows: number },
): Within | undefined {
  if (query.trim() === "") return { share: 1 };
  const total = search.count(query);
  if (total === 0) return undefined;
  const among = (ids: readonly PhotoId[]) => search.among(query, ids);
  const share = Math.min(1, total / Math.max(1, rows));
  if (total > NAMED && share >= WIDE_SHARE) return { among, share };
  const ids = search.ids({ query, offset: 0, limit: total });
  return { within: fingerprintsOf(catalog, ids), among, share: 1 };
}
