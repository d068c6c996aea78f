import { z } from "zod";
import { Photo, PhotoId } from "./photo.ts";

export { BLOCK, MAX_PAGE } from "./page-size.ts";

/** A search in the query language (see search/parse-query.ts); "" is everything. */
export const QueryText = z.string().max(2000);

/** Where a page begins. Opaque; valid for the query it came from. */
export const Cursor = z.string().max(200);

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

/** A titled run of the grid, newest first. */
export const Segment = z.object({
  /** `2023-05-14`, `2023-05`, an absolute folder path, or "" when ungrouped. */
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

export const PhotoIds = z.array(PhotoId).min(1).max(100_000);
