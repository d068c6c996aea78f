/** @file Albums made by hand, and smart albums. See requests.ts. */
import { z } from "zod";
import { Album, AlbumId, AlbumName, AlbumQuery } from "../album.ts";
import { JournalEntry } from "../journal.ts";
import { PhotoId } from "../photo.ts";
import { PhotoIds, QueryText } from "../query.ts";
import { SimilarQuestion } from "../similar.ts";
import { Changed } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

const Chosen = z.object({ id: AlbumId });
/** Of the history; null where nothing changed. */
const entry = JournalEntry.shape.id.nullable();
const Named = Chosen.extend({ name: z.string(), entry });
const ChangedPhotos = Changed.extend({ entry });

export const albumRequests = {
  /** By name. What smart albums find is counted afterwards and told by `album.changed`. */
  "album.list": {
    callers: ["renderer", "cli"],
    /** `isCounted`: waits until all is counted. */
    input: z.object({ isCounted: z.boolean().default(false) }),
    output: z.array(Album),
  },
  /**
   * With a query or with what to be similar to, or both, a smart album, which takes no photos; else one of these photos, in this order.
   * Of pictures from outside a copy is kept.
   */
  "album.create": {
    callers: ["renderer", "cli"],
    input: z.object({
      name: AlbumName,
      query: AlbumQuery.optional(),
      similar: SimilarQuestion.optional(),
      photos: PhotoIds.optional(),
    }),
    output: Named,
  },
  /** Smart albums that name it follow. */
  "album.rename": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ name: AlbumName }),
    output: Named,
  },
  /** The photos stay. Undo brings it back with its photos in their order. */
  "album.delete": { callers: ["renderer", "cli"], input: Chosen, output: Named },
  /** Another album of the same photos in the same order, or of the same query. With a number behind `name` where that is taken. */
  "album.duplicate": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ name: AlbumName.optional() }),
    output: Named,
  },
  /** Photos that are in it already stay where they are; the others go before `before`, or to the end. */
  "album.add": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ photos: PhotoIds, before: PhotoId.optional() }),
    output: ChangedPhotos,
  },
  "album.remove": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ photos: PhotoIds }),
    output: ChangedPhotos,
  },
  /** Puts photos of the album, in this order, before another one; null: at the end. */
  "album.move": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ photos: PhotoIds, before: PhotoId.nullable() }),
    output: ChangedPhotos,
  },
  /** Null: its first photo. */
  "album.setCover": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ photo: PhotoId.nullable() }),
    output: Named,
  },
  /** Of a smart album. */
  "album.setQuery": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ query: AlbumQuery }),
    output: Named,
  },
  /** Of an album of similar photos: what they are like, and among which ones. */
  "album.setSimilar": {
    callers: ["renderer", "cli"],
    input: Chosen.extend({ similar: SimilarQuestion, query: QueryText.default("") }),
    output: Named,
  },
} as const satisfies Record<string, RequestRow>;
