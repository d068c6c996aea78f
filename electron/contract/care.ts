/**
 * @file What needs the user's attention now and then: photos that could not be shown, and photos to be reviewed.
 */
import { z } from "zod";
import { ErrorCode } from "./errors.ts";
import { JournalEntry } from "./journal.ts";
import { Fingerprint, Photo } from "./photo.ts";

/** Photos that are there and could not be shown, by what was wrong with them. */
export const FailureCount = z.object({ code: ErrorCode, count: z.number().int().positive() });
export type FailureCount = z.infer<typeof FailureCount>;

/** A missing photo has a file again. */
export const Located = z.object({
  /** Where the file is. */
  path: z.string(),
  /** Of the history. */
  entry: JournalEntry.shape.id,
});
export type Located = z.infer<typeof Located>;

/** A photo whose file was replaced by one that looks like another photo. */
export const Review = z.object({
  photo: Photo,
  /** The bytes that were there before; their thumbnail is usually kept. */
  formerFingerprint: Fingerprint,
  formerSizeBytes: z.number().int().nonnegative(),
  /** Epoch milliseconds. */
  replacedAtMs: z.number(),
});
export type Review = z.infer<typeof Review>;
