import { MOST_AT_ONCE } from "./limits.ts";
import { z } from "zod";
import { Photo, PhotoId } from "./photo.ts";
import { photoSorts } from "./photo-sort.ts";

export { BLOCK, MAX_PAGE } from "./page-size.ts";

/** A search in the query language (see search/parse-query.ts); "" is everything. */
export const QueryText = z.string().max(2000);

/** Where a page begins, and in which order. Opaque; valid for the query it came from. Long enough for a file's name. */
export const Cursor = z.string().max(1000);

/** The order of a result. Without `sort` an album is in its own order and anything else in that of `taken`. */
export const Order = z.object({
  sort: z.enum(photoSorts).optional(),
  isReversed: z.boolean().optional(),
});
export type Order = z.infer<typeof Order>;

export const PhotoPage = z.object({
  photos: z.array(Photo),
  /** Photos that match the whole query. */
  total: z.number().int().nonnegative(),
  /** Pass back to get the following page; null on the last one. */
  next: Cursor.nullable(),
});
export type PhotoPage = z.infer<typeof PhotoPage>;

export const Grouping = z.enum(["day", "month", "folder", "none"]);
export type Grouping = z.infer<typeof Grouping>;

/** A titled run of the grid, in the order of the result. */
export const Segment = z.object({
  /**
   * "" when ungrouped; an absolute folder path. Else by order: of `taken` the day or month, `2023-05-14` or `2023-05`; of `added` those
   * of adding; of `name` the first letter, `#` for what is no letter; of `rating` the stars, `0` to `5`.
   */
  key: z.string(),
  count: z.number().int().positive(),
  /** One for each block of {@link BLOCK} photos: pass as `cursor` to photo.page to read that block. */
  cursors: z.array(Cursor),
  /** Base64, one byte for each photo in order: width / height = 2^(byte / 63.75 − 2). */
  aspects: z.string(),
});
export type Segment = z.infer<typeof Segment>;

export const Segments = z.object({
  total: z.number().int().nonnegative(),
  segments: z.array(Segment),
});
export type Segments = z.infer<typeof Segments>;

export const PhotoIds = z.array(PhotoId).min(1).max(MOST_AT_ONCE);
