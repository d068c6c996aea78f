import { z } from "zod";
import { languages } from "./language.ts";
import { Told } from "./told.ts";

/** One thing that was done, and can perhaps be undone. */
export const JournalEntry = z.object({
  /** Later entries have larger numbers; there are gaps. */
  id: z.number().int().positive(),
  /** Epoch milliseconds. */
  atMs: z.number(),
  /** `disk`: the program did it by itself, because a file was moved, renamed or replaced. */
  origin: z.enum(["user", "disk"]),
  /** "Added the tag Lisbon to 12 photos". */
  sentence: z.string(),
  /** The same for every language; null for an entry that is older than that. */
  told: z.nullable(Told),
  /** How many photos it changed. */
  photos: z.number().int().nonnegative(),
  isUndone: z.boolean(),
  /** Why it cannot be undone, and what to do instead; null where it can. */
  finalBecause: z.string().nullable(),
  /** The same for every language; null also where it was not told so yet. */
  finalTold: z.nullable(Told),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

export const HistoryFilter = z.object({
  origin: JournalEntry.shape.origin.optional(),
  /** In the sentence, as it is in English or in `language`; case does not matter. */
  text: z.string().max(200).optional(),
  language: z.enum(languages).optional(),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;

export const HistoryDirection = z.enum(["undo", "redo"]);
export type HistoryDirection = z.infer<typeof HistoryDirection>;

/** What an undo or redo would meet. */
export const HistoryWeighing = z.object({
  /** What would be undone or redone; null where there is nothing. */
  entry: JournalEntry.nullable(),
  /** The later change of the same data that has to be undone, or redone, first; null where none is in the way. */
  obstacle: JournalEntry.nullable(),
});
export type HistoryWeighing = z.infer<typeof HistoryWeighing>;

/** Is a file that took the place of another the same photo, edited, or another one? */
export const ReviewDecision = z.enum(["same", "another"]);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

export const JournalPage = z.object({
  /** Newest first. */
  entries: z.array(JournalEntry),
  /** Pass back as `before` to get the following page; null on the last one. */
  next: z.number().int().positive().nullable(),
});
export type JournalPage = z.infer<typeof JournalPage>;
