/**
 * @file Photos that are there more than once, in groups, and what is suggested to be done about them.
 */
import { z } from "zod";
import { Photo, PhotoId } from "./photo.ts";

/**
 * `exact`: files of the same bytes. `same-picture`: the same picture saved again, in another size, format or compression. `bursts`:
 * photos that one camera took within 3 s of each other.
 */
export const duplicateKinds = ["exact", "same-picture", "bursts"] as const;
export const DuplicateKind = z.enum(duplicateKinds);
export type DuplicateKind = (typeof duplicateKinds)[number];

/** Kinds for which somebody may take all suggestions at once; the photos of a burst are different photos. */
export const copyKinds = ["exact", "same-picture"] as const satisfies readonly DuplicateKind[];
export const CopyKind = z.enum(copyKinds);
export type CopyKind = (typeof copyKinds)[number];

/** Photos of a group that are told; a larger group says how many more there are. */
export const MOST_IN_GROUP = 60;

/** What speaks for the photo that is suggested to be kept, over at least one of the others. */
export const KeepReason = z.enum([
  "picked",
  "rated",
  "largest",
  "least-compressed",
  "tagged",
  "in-albums",
  "earliest",
]);
export type KeepReason = z.infer<typeof KeepReason>;

export const DuplicatePhoto = Photo.extend({
  sizeBytes: z.number().int().nonnegative(),
  /** File time, epoch milliseconds. */
  modifiedAtMs: z.number(),
  /** Albums made by hand that it is in. */
  albums: z.number().int().nonnegative(),
});
export type DuplicatePhoto = z.infer<typeof DuplicatePhoto>;

export const DuplicateGroup = z.object({
  id: z.number().int().positive(),
  kind: DuplicateKind,
  /** The one that is suggested to be kept first; at most {@link MOST_IN_GROUP}. */
  photos: z.array(DuplicatePhoto).min(2),
  /** Photos of the group beyond these. */
  more: z.number().int().nonnegative(),
  /** Of the first one; the most important first. */
  reasons: z.array(KeepReason),
});
export type DuplicateGroup = z.infer<typeof DuplicateGroup>;

/** Groups that wait for a decision. */
export const DuplicateCount = z.object({
  kind: DuplicateKind,
  groups: z.number().int().nonnegative(),
  /** What the files take that are not suggested to be kept. */
  spareBytes: z.number().int().nonnegative(),
});
export type DuplicateCount = z.infer<typeof DuplicateCount>;

export const DuplicateCounts = z.object({
  /** One for each kind, in their order. */
  kinds: z.array(DuplicateCount),
  /** Photos that are still to be compared with the others. */
  waiting: z.number().int().nonnegative(),
});
export type DuplicateCounts = z.infer<typeof DuplicateCounts>;

export const DuplicatePage = z.object({
  groups: z.array(DuplicateGroup),
  /** All that wait for a decision. */
  total: z.number().int().nonnegative(),
  spareBytes: z.number().int().nonnegative(),
  /** Pass back as `after` to get the following page; null on the last one. */
  next: z.string().nullable(),
});
export type DuplicatePage = z.infer<typeof DuplicatePage>;

/** A photo to be kept, and its copies. */
export const KeptCopy = z.object({ keep: PhotoId, others: z.array(PhotoId).min(1) });
export type KeptCopy = z.infer<typeof KeptCopy>;

/** Both keep all photos, and their group does not come back unless another file joins it. */
export const DuplicateVerdict = z.enum(["keep-all", "not-duplicates"]);
export type DuplicateVerdict = z.infer<typeof DuplicateVerdict>;
