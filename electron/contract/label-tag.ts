import { z } from "zod";
import { JournalEntry } from "./journal.ts";
import { Photo } from "./photo.ts";

/** What making a label a tag does, or what it would do. */
export const LabelToTag = z.object({
  /** Photos that get the tag as the user's own. */
  adds: z.number().int().nonnegative(),
  /** Photos of the label that have it already. */
  have: z.number().int().nonnegative(),
  /** Photos that the label would find if the user had not said that it is wrong; they are left out. */
  rejected: z.number().int().nonnegative(),
  /** The confidence that was asked for, in [0, 1]. */
  atLeast: z.number().min(0).max(1),
  /** Of a dry run: the photos that the model is least sure of, the least sure one first. */
  leastSure: z.array(Photo),
  /** Of the history; null where nothing changed. */
  entry: JournalEntry.shape.id.nullable(),
});
export type LabelToTag = z.infer<typeof LabelToTag>;
