/**
 * @file The user's data as rows: out to files that other programs read, and in from files of theirs.
 */
import { z } from "zod";
import { FileProblem } from "./originals.ts";
import { Fingerprint } from "./photo.ts";
import { Told } from "./told.ts";
import { PhotoValues } from "./values.ts";

export const ExchangeFormat = z.enum(["csv", "jsonl"]);
export type ExchangeFormat = z.infer<typeof ExchangeFormat>;

/** Where rows come from: a folder of XMP files and digiKam's database, too. */
export const ImportKind = z.enum(["csv", "jsonl", "xmp", "digikam"]);
export type ImportKind = z.infer<typeof ImportKind>;

const Tags = z.array(z.string().min(1).max(500)).max(10_000);
const Values = z.object({
  rating: PhotoValues.shape.rating.unwrap().optional(),
  flag: PhotoValues.shape.flag.unwrap().optional(),
  colour: PhotoValues.shape.colourLabel.unwrap().optional(),
  title: PhotoValues.shape.title.unwrap().optional(),
  caption: PhotoValues.shape.caption.unwrap().optional(),
});

/** What is said of one photo; what is absent says nothing. 0, "none" and "" say that there is none, as with {@link PhotoValues}. */
export const ExchangeRow = Values.extend({
  /** Absolute, or relative to a watched folder; it may be of another computer. */
  path: z.string().min(1).max(32_767),
  fingerprint: Fingerprint.optional(),
  /** The user's own, as paths. */
  tags: Tags.optional(),
  /** What the photo's files say, for information: it is not imported. */
  file: Values.extend({ tags: Tags, title: z.string(), caption: z.string() }).partial().optional(),
});
export type ExchangeRow = z.infer<typeof ExchangeRow>;

export const exchangedValues = ["rating", "flag", "colour", "title", "caption"] as const;
export type ExchangedValue = (typeof exchangedValues)[number];

/** A file that rows are written to, by a name that this engine made; it is there when all of it is. */
export const ExportFile = z.uuid();
export type ExportFile = z.infer<typeof ExportFile>;

/** Of an export that is made in parts. */
const ExportedPart = z.object({
  /** Photos of the whole export; only the first part tells. */
  total: z.number().int().nonnegative().nullable(),
  /** Photos of this part. */
  photos: z.number().int().nonnegative(),
  /** Where the next request begins; null after the last photo. */
  next: z.string().nullable(),
});
export const WrittenRows = ExportedPart;
export type WrittenRows = z.infer<typeof WrittenRows>;

export const WrittenXmp = ExportedPart.extend({
  /** XMP files; photos for which the user entered nothing have none. */
  written: z.number().int().nonnegative(),
  problems: z.array(FileProblem),
});
export type WrittenXmp = z.infer<typeof WrittenXmp>;

/** One import at a time; opening another ends it. */
export const ImportSession = z.string().min(1).max(100);
export type ImportSession = z.infer<typeof ImportSession>;

export const OpenedImport = z.object({
  session: ImportSession,
  kind: ImportKind,
  /** Of the file or folder, without the way to it. */
  name: z.string(),
});
export type OpenedImport = z.infer<typeof OpenedImport>;

const Said = z.union([z.string(), z.number(), z.null()]);

/** What an import would change of one photo. */
export const ImportChange = z.object({
  path: z.string(),
  addedTags: z.array(z.string()),
  values: z.array(z.object({ field: z.enum(exchangedValues), from: Said, to: Said })),
});
export type ImportChange = z.infer<typeof ImportChange>;

/**
 * `invalid`: the source itself is wrong there, and nothing of it is imported. Of the others the rest is: `unreadable`, a file among many;
 * `unmatched`, no photo of the library, or several that could be meant; `contradiction`, an earlier row says something else of the
 * same photo, and that holds.
 */
export const ImportProblem = z.object({
  kind: z.enum(["invalid", "unreadable", "unmatched", "contradiction"]),
  /** "line 7", "2024/a.jpg.xmp", "image 12". */
  place: z.string(),
  message: z.string(),
  /** Both for every language: a place that is a path, or what another program said, has no other words. */
  placeTold: z.optional(Told),
  told: z.optional(Told),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** The next rows of the source. Nothing has been changed yet. */
export const ImportPart = z.object({
  rows: z.number().int().nonnegative(),
  /** Photos that would be changed by all that was read by now. */
  photos: z.number().int().nonnegative(),
  changes: z.array(ImportChange),
  problems: z.array(ImportProblem),
  isDone: z.boolean(),
});
export type ImportPart = z.infer<typeof ImportPart>;

/** How far an import is applied. */
export const AppliedImport = z.object({
  /** Photos that were changed by now. */
  changed: z.number().int().nonnegative(),
  /** The one entry of the history; null where nothing changed. */
  entry: z.number().int().positive().nullable(),
  sentence: z.string().nullable(),
  isDone: z.boolean(),
});
export type AppliedImport = z.infer<typeof AppliedImport>;
