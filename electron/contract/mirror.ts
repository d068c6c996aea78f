/**
 * @file What happened, or would happen, to the XMP file beside a photo.
 */
import { z } from "zod";
import { WireError } from "./errors.ts";
import { FolderId } from "./folder.ts";
import { PhotoId } from "./photo.ts";
import { MirrorConflict, MirroredField, MirroredValue } from "./photo-mirror.ts";

/** More photos are asked for in several requests. */
export const MAX_MIRRORED_AT_ONCE = 100;

/**
 * `in-sync`: both said the same already. `written`: the sidecar says what the user entered. `merged`: the library took over what
 * another program wrote, and the sidecar the rest. `conflict`: both changed one field, which stays as it is on either side; others were
 * merged. `read-only` and `failed`: nothing was changed, and there is a reason.
 */
export const MirrorOutcome = z.enum([
  "in-sync",
  "written",
  "merged",
  "conflict",
  "read-only",
  "failed",
]);
export type MirrorOutcome = z.infer<typeof MirrorOutcome>;

/**
 * How an XMP file is called that is not there yet: after the whole name of the photo, as digiKam and darktable do, or without the
 * photo's extension, as Lightroom does for RAW.
 */
export const SidecarName = z.enum(["IMG.jpg.xmp", "IMG.xmp"]);
export type SidecarName = z.infer<typeof SidecarName>;

/** How one side's fields change. */
export const MirrorChange = z.object({
  values: z.array(z.object({ field: MirroredField, from: MirroredValue, to: MirroredValue })),
  addedTags: z.array(z.string()),
  removedTags: z.array(z.string()),
});
export type MirrorChange = z.infer<typeof MirrorChange>;

/** One photo; of a dry run, what would happen. */
export const MirroredPhoto = z.object({
  id: PhotoId,
  path: z.string(),
  /** The XMP file; it need not be there. */
  sidecarPath: z.string(),
  outcome: MirrorOutcome,
  inSidecar: MirrorChange,
  inLibrary: MirrorChange,
  conflicts: z.array(MirrorConflict),
  reason: WireError.nullable(),
});
export type MirroredPhoto = z.infer<typeof MirroredPhoto>;

export const MirrorReport = z.object({
  photos: z.array(MirroredPhoto),
  /** Where the next request begins; null after the last photo. */
  next: PhotoId.nullable(),
});
export type MirrorReport = z.infer<typeof MirrorReport>;

/** Photos of a watched folder, by how they stand to their XMP files. */
export const FolderMirror = z.object({
  id: FolderId,
  /** Whether XMP files are written by themselves. */
  isOn: z.boolean(),
  /** Those that are still to be written, failed ones that are tried again left out. */
  waiting: z.number().int().nonnegative(),
  conflicts: z.number().int().nonnegative(),
  readOnly: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
});
export type FolderMirror = z.infer<typeof FolderMirror>;
