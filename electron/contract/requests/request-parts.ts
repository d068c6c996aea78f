/** @file What several rows of the table are made of. */
import { z } from "zod";
import { JournalEntry } from "../journal.ts";
import { MAX_PAGE } from "../query.ts";

export const AbsolutePath = z.string().min(1).max(32_767);
export const Limit = z.number().int().min(1).max(MAX_PAGE);
export const Nothing = z.object({});
export const Changed = z.object({ changed: z.number().int().nonnegative() });
/** An entry of the history that is the same edit of other photos: it goes on, and one undo takes back all of it. */
export const GoingOn = JournalEntry.shape.id.optional();
/** A label's name, a family's, or a WordNet id. */
export const LabelText = z.string().min(1).max(200);
