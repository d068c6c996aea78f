/** @file Photos: pages of them, what is known of one, and what is done with their files. See requests.ts. */
import { MOST_AT_ONCE } from "../limits.ts";
import { z } from "zod";
import {
  ExportOptions,
  ExportReport,
  ExportTarget,
  MAX_FILES_AT_ONCE,
  TrashReport,
} from "../originals.ts";
import { Fingerprint, Label, Photo, PhotoDetail, PhotoId } from "../photo.ts";
import {
  Cursor,
  Grouping,
  MAX_PAGE,
  Order,
  PhotoIds,
  PhotoPage,
  QueryText,
  Segments,
} from "../query.ts";
import { PhotoFacets } from "../photo-facets.ts";
import { Area, Places } from "../places.ts";
import { QueryGroup } from "../query-tree.ts";
import { Turn } from "../values.ts";
import { AbsolutePath, Changed, GoingOn, Limit, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

/** `entry`: of the history; null where nothing changed. */
const MovedTimes = Changed.extend({ entry: z.number().int().nullable() });

export const photoRequests = {
  "photo.page": {
    callers: ["renderer", "cli"],
    /** With a cursor, the order is the cursor's. */
    input: Order.extend({ query: QueryText, cursor: Cursor.optional(), limit: Limit }),
    output: PhotoPage,
  },
  /** What a search is made of, for a form. */
  "query.read": {
    callers: ["renderer"],
    input: z.object({ query: QueryText }),
    output: QueryGroup,
  },
  "photo.segments": {
    callers: ["renderer"],
    input: Order.extend({ query: QueryText, groupBy: Grouping }),
    output: Segments,
  },
  /** Ids by place in the order of the segments: what a selection over unloaded photos stands for. */
  "photo.ids": {
    callers: ["renderer", "cli"],
    input: Order.extend({
      query: QueryText,
      /** "folder" comes before the order: it holds inside of each. */
      groupBy: Grouping.optional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(MOST_AT_ONCE),
    }),
    output: z.array(PhotoId),
  },
  /** What the photos of a query are made of, for filters and a timeline. */
  "photo.facets": {
    callers: ["renderer", "cli"],
    input: z.object({
      query: QueryText,
      /** A later question of the same session ends this one with `cancelled`. */
      session: z.string().max(100).optional(),
    }),
    output: PhotoFacets,
  },
  /** Where the photos of a query were taken, grouped so that `cells` groups fill the width of a window on the map. */
  "photo.places": {
    callers: ["renderer"],
    input: Area.extend({
      query: QueryText,
      cells: z.number().int().min(1).max(64),
    }),
    output: Places,
  },
  "photo.get": { callers: ["renderer"], input: z.object({ id: PhotoId }), output: PhotoDetail },
  /** Answers with the entries of the given files; files that are not in the library are left out. */
  "photo.find": {
    callers: ["cli"],
    input: z.object({ paths: z.array(AbsolutePath).min(1).max(10_000) }),
    output: z.array(Photo),
  },
  "photo.path": {
    callers: ["shell"],
    input: z.object({ id: PhotoId }),
    output: z.object({ path: z.string() }),
  },
  /** Puts these photos at the head of the queue; what is on the screen goes first. */
  "photo.hurry": {
    callers: ["renderer"],
    input: z.object({ ids: z.array(PhotoId).max(MAX_PAGE) }),
    output: Nothing,
  },
  /**
   * Moves the files to the system's trash; the entries stay, missing, with their tags. The one request that takes files from
   * where they are.
   */
  "photo.trash": {
    callers: ["renderer", "cli"],
    input: z.object({
      photos: z.array(PhotoId).min(1).max(MAX_FILES_AT_ONCE),
      entry: GoingOn,
    }),
    output: TrashReport,
  },
  /** Shows the engine a folder for copies. */
  "export.open": {
    callers: ["shell", "cli"],
    input: z.object({ path: AbsolutePath }),
    output: z.object({ target: ExportTarget, path: z.string() }),
  },
  "export.openPlace": {
    callers: ["host"],
    input: z.object({ place: z.string() }),
    output: z.object({ target: ExportTarget, path: z.string() }),
  },
  /** Writes copies of photos into a folder that was opened for them. Nothing there is replaced. */
  "photo.export": {
    callers: ["renderer", "cli"],
    input: ExportOptions.extend({
      target: ExportTarget,
      photos: z.array(PhotoId).min(1).max(MAX_FILES_AT_ONCE),
    }),
    output: ExportReport,
  },
  /** Moves capture times, in the catalog only; a photo without one is moved from its file's time. */
  "photo.shiftTime": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds, bySeconds: z.number().int() }),
    output: MovedTimes,
  },
  /** The first photo was taken at this wall time; the others keep their distance to it. */
  "photo.setTime": {
    callers: ["renderer", "cli"],
    input: z.object({
      photos: PhotoIds,
      to: z.iso.datetime({ local: true, precision: 0 }).regex(/\d$/),
    }),
    output: MovedTimes,
  },
  "file.labels": {
    callers: ["cli"],
    input: z.object({ paths: z.array(AbsolutePath).min(1), limit: z.number().int().min(1) }),
    output: z.array(z.object({ path: z.string(), labels: z.array(Label) })),
  },
  "file.embed": {
    callers: ["cli"],
    input: z.object({ paths: z.array(AbsolutePath).min(1) }),
    output: z.array(
      z.object({ path: z.string(), model: z.string(), embedding: z.array(z.number()) }),
    ),
  },
  /** Makes the thumbnail first if it is not there. */
  "media.thumbnail": {
    callers: ["media"],
    input: z.object({ fingerprint: Fingerprint, turn: Turn.default(0) }),
    output: z.object({ path: z.string(), type: z.string() }),
  },
  /** A viewer-sized picture that every browser shows: long side ≤ 2048. */
  "media.preview": {
    callers: ["media"],
    input: z.object({ id: PhotoId, turn: Turn.default(0) }),
    output: z.object({ path: z.string(), type: z.string() }),
  },
  /** The file of a photo, of a format that Chromium shows: JPEG, PNG, WebP, GIF, AVIF or BMP. */
  "media.original": {
    callers: ["media"],
    input: z.object({ id: PhotoId }),
    output: z.object({ path: z.string(), type: z.string() }),
  },
  /** The film of a video, or of a photo that has one beside it; the file itself. */
  "media.video": {
    callers: ["media"],
    input: z.object({ id: PhotoId }),
    output: z.object({ path: z.string(), type: z.string() }),
  },
} as const satisfies Record<string, RequestRow>;
