/**
 * @file What is done with the files themselves: the system's trash, and copies elsewhere.
 */
import { z } from "zod";
import { ErrorCode } from "./errors.ts";
import { JournalEntry } from "./journal.ts";
import { PhotoId } from "./photo.ts";

/** More photos are asked for in several requests, between which the caller shows progress and can stop. */
export const MAX_FILES_AT_ONCE = 100;

/** Why nothing was done with one photo. */
export const FileProblem = z.object({
  id: PhotoId,
  path: z.string(),
  code: ErrorCode,
  message: z.string(),
});
export type FileProblem = z.infer<typeof FileProblem>;

export const TrashReport = z.object({
  trashed: z.array(PhotoId),
  problems: z.array(FileProblem),
  /** Of the history; null where nothing was moved. */
  entry: JournalEntry.shape.id.nullable(),
});
export type TrashReport = z.infer<typeof TrashReport>;

/** `original`: the file's own bytes. The others are drawn anew: upright, in sRGB, on white. */
export const exportFormats = ["original", "jpeg", "webp", "png"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const ExportOptions = z.object({
  format: z.enum(exportFormats).default("original"),
  /** Larger pictures are reduced to it, smaller ones stay as they are. Not for originals. */
  longSidePx: z.number().int().min(16).max(20_000).optional(),
  /** Of JPEG and WebP. */
  quality: z.number().int().min(1).max(100).default(90),
  /** Nothing in the copy says where the photo was taken. */
  withoutLocation: z.boolean().default(false),
});
export type ExportOptions = z.infer<typeof ExportOptions>;

/** A folder for copies that this engine was shown; good until it ends. */
export const ExportTarget = z.uuid();
export type ExportTarget = z.infer<typeof ExportTarget>;

export const ExportReport = z.object({
  /** The new files; `path` is that of the copy. */
  written: z.array(z.object({ id: PhotoId, path: z.string() })),
  problems: z.array(FileProblem),
});
export type ExportReport = z.infer<typeof ExportReport>;
