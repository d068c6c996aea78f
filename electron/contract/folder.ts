import { z } from "zod";

export const FolderId = z.number().int().positive().brand<"FolderId">();
export type FolderId = z.infer<typeof FolderId>;

/**
 * `scanning`: a full walk is under way. `watching`: live changes are reported. `rescan-only`: the
 * system cannot report changes here, so the folder is walked now and then. `offline`: its disk is away
 * and everything about it is kept as it was. `unwatched`: no running program follows it just now. `paused`: the
 * app leaves it alone because the user wants so.
 */
export const FolderState = z.enum([
  "scanning",
  "watching",
  "rescan-only",
  "offline",
  "unwatched",
  "paused",
]);
export type FolderState = z.infer<typeof FolderState>;

/**
 * Why a folder is `rescan-only`. `network`: what other machines change there is reported to nobody.
 * `watch-limit`: the system allows no more watched directories (on Linux fs.inotify.max_user_watches).
 * `handle-limit`: it allows no more open files or watchers. `watch-failed`: anything else.
 */
export const RescanReason = z.enum(["network", "watch-limit", "handle-limit", "watch-failed"]);
export type RescanReason = z.infer<typeof RescanReason>;

/** `denied`: the account may not read it. `failed`: the system answers with another error. */
export const ReadTrouble = z.enum(["denied", "failed"]);
export type ReadTrouble = z.infer<typeof ReadTrouble>;

/** Directories that are there and cannot be read: their photos are kept as they were, and nothing new is noticed. */
export const Unreadable = z.object({
  /** The first of them by name, relative to the folder; '' is the folder itself. */
  directory: z.string(),
  count: z.number().int().positive(),
  /** Of the first. */
  trouble: ReadTrouble,
});
export type Unreadable = z.infer<typeof Unreadable>;

/** In gitignore syntax, matched without regard to case, relative to the folder. */
export const IgnorePattern = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[^\0\r\n]+$/, "a pattern is one line");

/** A folder that the user asked us to watch. */
export const Folder = z.object({
  id: FolderId,
  path: z.string(),
  state: FolderState,
  /** Photos in it, missing ones left out. */
  photoCount: z.number().int().nonnegative(),
  /** XMP files are written beside its photos by themselves. */
  mirrors: z.boolean(),
  /** Only with `rescan-only`, and while such a folder is walked. */
  rescanReason: RescanReason.optional(),
  /** Where an `offline` folder seems to be now; for the user to confirm. */
  foundAt: z.string().optional(),
  /** An `offline` folder that is there but may not be read has itself here. */
  unreadable: Unreadable.optional(),
  /** When it was last walked, in ms; where there is a `rescanReason`. */
  checkedAtMs: z.number().optional(),
  /** What the user leaves out; absent when nothing is. */
  ignored: z.array(IgnorePattern).optional(),
});
export type Folder = z.infer<typeof Folder>;

/** A folder that the user removed; its entries and tags wait for it, until it is forgotten. */
export const RemovedFolder = z.object({
  id: FolderId,
  path: z.string(),
  /** Entries, those of missing photos included. */
  photoCount: z.number().int().nonnegative(),
  /** Those of which the user entered something: tags, a rating, a date, a verdict on a label. */
  keptCount: z.number().int().nonnegative(),
});
export type RemovedFolder = z.infer<typeof RemovedFolder>;

/** What a look at some of a folder's photos at another place found. */
export const Relocation = z.object({
  folder: Folder,
  /** Photos that were looked for. */
  sampled: z.number().int().nonnegative(),
  /** Those that are there with the same size. */
  found: z.number().int().nonnegative(),
});
export type Relocation = z.infer<typeof Relocation>;

/**
 * A folder on the engine's machine that the browser host may offer. The page holds the opaque `place`,
 * never a path that it could have made up: a place is valid only if this engine issued it.
 */
export const Place = z.object({ place: z.string(), name: z.string() });
export type Place = z.infer<typeof Place>;

/** As many files as a list to choose from has. */
export const MOST_FILES = 1000;

/** Photos, or files that tags can be imported from. */
export const PlaceFiles = z.enum(["photos", "imports"]);
export type PlaceFiles = z.infer<typeof PlaceFiles>;

export const PlaceListing = z.object({
  place: z.string(),
  /** Shown, never sent back. */
  path: z.string(),
  /** The folder above; null at the top. */
  parent: z.string().nullable(),
  places: z.array(Place),
  /** Photo files directly inside, so that the user knows the right folder when it is open. */
  photoCount: z.number().int().nonnegative(),
  /** Files of the kind that was asked for, by name; {@link MOST_FILES} at most. */
  files: z.array(Place).optional(),
});
export type PlaceListing = z.infer<typeof PlaceListing>;
