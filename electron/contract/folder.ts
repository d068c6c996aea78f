import { z } from "zod";

export const FolderId = z.number().int().positive().brand<"FolderId">();
export type FolderId = z.infer<typeof FolderId>;

/**
 * `scanning`: a full walk is under way. `watching`: live changes are reported. `rescan-only`: the
 * system cannot report changes here, so the folder is walked now and then. `offline`: its disk is away
 * and everything about it is kept as it was. `unwatched`: no running program follows it just now.
 */
export const FolderState = z.enum(["scanning", "watching", "rescan-only", "offline", "unwatched"]);
export type FolderState = z.infer<typeof FolderState>;

/** A folder that the user asked us to watch. */
export const Folder = z.object({
  id: FolderId,
  path: z.string(),
  state: FolderState,
  /** Photos in it, missing ones left out. */
  photoCount: z.number().int().nonnegative(),
});
export type Folder = z.infer<typeof Folder>;

/**
 * A folder on the engine's machine that the browser host may offer. The page holds the opaque `place`,
 * never a path that it could have made up: a place is valid only if this engine issued it.
 */
export const Place = z.object({ place: z.string(), name: z.string() });
export type Place = z.infer<typeof Place>;

export const PlaceListing = z.object({
  place: z.string(),
  /** Shown, never sent back. */
  path: z.string(),
  /** The folder above; null at the top. */
  parent: z.string().nullable(),
  places: z.array(Place),
  /** Photo files directly inside, so that the user knows the right folder when it is open. */
  photoCount: z.number().int().nonnegative(),
});
export type PlaceListing = z.infer<typeof PlaceListing>;
