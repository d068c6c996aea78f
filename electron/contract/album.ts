import { z } from "zod";
import { Fingerprint, PhotoId } from "./photo.ts";
import { QueryText } from "./query.ts";
import { PictureToken, Region } from "./similar.ts";
import { Told } from "./told.ts";
import { Turn } from "./values.ts";

/** An album's identity in the catalog; never given twice. */
export const AlbumId = z.number().int().positive().brand<"AlbumId">();
export type AlbumId = z.infer<typeof AlbumId>;

/** A name such as `Best` or `Trips/2023`, with its groups. */
export const AlbumName = z.string().min(1).max(500);

/** A search that is saved as a smart album. */
export const AlbumQuery = QueryText.trim().min(1);

/** What stands for an album in a list. */
export const AlbumCover = z.object({ id: PhotoId, fingerprint: Fingerprint, turn: Turn });
export type AlbumCover = z.infer<typeof AlbumCover>;

/** A photo that an album is like, or, below 0, unlike. */
export const AlbumExample = z.object({
  /** A picture is a copy of one from outside; null for a photo that was removed from the library. */
  of: z
    .union([
      z.object({ photo: PhotoId }),
      z.object({ picture: PictureToken, fingerprint: Fingerprint }),
    ])
    .nullable(),
  /** Of its file. */
  name: z.string(),
  weight: z.number(),
  region: Region.optional(),
});
export type AlbumExample = z.infer<typeof AlbumExample>;

/** What an album of similar photos is like. */
export const AlbumSimilar = z.object({
  examples: z.array(AlbumExample),
  depth: z.number(),
  edited: z.boolean(),
});
export type AlbumSimilar = z.infer<typeof AlbumSimilar>;

export const Album = z.object({
  id: AlbumId,
  name: z.string(),
  /** `hand`: an ordered set of photos; `smart`: whatever its query finds, or what is similar to its examples. */
  kind: z.enum(["hand", "smart"]),
  /** Photos that it shows; null while those of a smart album are not counted yet, and always where they are similar ones. */
  count: z.number().int().nonnegative().nullable(),
  /** Null where there is no photo that has a thumbnail, or none is known yet. */
  cover: AlbumCover.nullable(),
  /** Of a smart album; else null. Of similar photos: among which ones, "" for all. */
  query: z.string().nullable(),
  /** Null where it is none of similar photos. */
  similar: AlbumSimilar.nullable(),
  /** Why a smart album finds nothing, or less than it did: a sentence; null where it is sound. */
  problem: z.string().nullable(),
  /** The same for every language. */
  problemTold: z.optional(Told),
});
export type Album = z.infer<typeof Album>;
