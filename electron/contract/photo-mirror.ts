/**
 * @file How a photo and the XMP file beside it stand to each other.
 */
import { z } from "zod";
import { WireError } from "./errors.ts";

export const MirroredField = z.enum(["rating", "title", "caption", "flag", "colourLabel", "turn"]);
export type MirroredField = z.infer<typeof MirroredField>;
/** Null is nothing. */
export const MirroredValue = z.union([z.string(), z.number(), z.null()]);

/** Both sides changed a field, each in its own way; it stays as it is on either until the user decides. */
export const MirrorConflict = z.object({
  field: MirroredField,
  inLibrary: MirroredValue,
  inSidecar: MirroredValue,
});
export type MirrorConflict = z.infer<typeof MirrorConflict>;

/**
 * `off`: its folder does not write XMP files by itself. `none`: there is nothing to write. `waiting`: it is written soon, or as soon as its
 * folder is there again. `read-only`: the file or its folder may not be changed; it is tried again when something about the
 * photo changes, or when the user asks. `conflict`: see {@link MirrorConflict}. `failed`: there is a reason; what may pass by itself is tried again.
 */
export const PhotoMirrorState = z.enum([
  "off",
  "none",
  "in-sync",
  "waiting",
  "read-only",
  "conflict",
  "failed",
]);
export type PhotoMirrorState = z.infer<typeof PhotoMirrorState>;

export const PhotoMirror = z.object({
  state: PhotoMirrorState,
  /** Only of `read-only` and `failed`. */
  reason: WireError.nullable(),
  /** Empty but with `conflict`. */
  conflicts: z.array(MirrorConflict),
  /** The XMP file that is there; null where there is none. */
  sidecar: z.string().nullable(),
});
export type PhotoMirror = z.infer<typeof PhotoMirror>;
