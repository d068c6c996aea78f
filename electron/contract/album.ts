import { z } from "zod";
import { Fingerprint, PhotoId } from "./photo.ts";
import { QueryText } from "./query.ts";
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

export const Album = z.object({
  id: AlbumId,
  name: z.string(),
  /** `hand`: an ordered set of photos; `smart`: whatever its query finds. */
  kind: z.enum(["hand", "smart"]),
  /** Photos that it shows; null while those of a smart album are not counted yet. */
  count: z.number().int().nonnegative().nullable(),
  /** Null where there is no photo that has a thumbnail, or none is known yet. */
  cover: AlbumCover.nullable(),
  /** Of a smart album; else null. */
  query: z.string().nullable(),
  /** Why the query of a smart album finds nothing: a sentence; null where it is sound. */
  problem: z.string().nullable(),
});
export type Album = z.infer<typeof Album>;
