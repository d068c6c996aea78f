/** @file What the user says of photos: tags, verdicts on labels, and the history of it all. See requests.ts. */
import { z } from "zod";
import { JournalEntry, JournalPage, ReviewDecision } from "../journal.ts";
import { LabelExplanation, LabelPrecision, LabelSuggestion, LabelVerdict } from "../label.ts";
import { TagCount } from "../library.ts";
import { MirrorReport } from "../mirror.ts";
import { PhotoId } from "../photo.ts";
import { PhotoIds } from "../query.ts";
import { AbsolutePath, Limit, Nothing, Changed } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

const TagText = z.string().min(1).max(500);
const LabelText = z.string().min(1).max(200);
const EntryChoice = z.object({ entry: JournalEntry.shape.id.optional() });
const Reverted = Changed.extend({ entry: JournalEntry.shape.id, sentence: z.string() });

export const userRequests = {
  /** All tags with their number of photos, or those of one photo. */
  "tag.list": {
    callers: ["renderer", "cli"],
    input: z.object({ photo: PhotoId.optional() }),
    output: z.array(TagCount),
  },
  "tag.add": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, photos: PhotoIds }),
    output: Changed,
  },
  "tag.remove": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, photos: PhotoIds }),
    output: Changed,
  },
  /**
   * Writes what the user entered into XMP files beside the photos, and takes over what other programs wrote there; some photos at a
   * time. Without folders the whole library; a folder may be inside of a watched one.
   */
  "tag.mirror": {
    callers: ["cli"],
    input: z.object({
      folders: z.array(AbsolutePath),
      /** The `next` of the answer before. */
      after: PhotoId.optional(),
      /** Only tells what would change. */
      isDryRun: z.boolean().default(false),
    }),
    output: MirrorReport,
  },

  /** Everything that was done, newest first. */
  "history.list": {
    callers: ["renderer", "cli"],
    input: z.object({ before: JournalEntry.shape.id.optional(), limit: Limit }),
    output: JournalPage,
  },
  /** Without `entry`: what the user did last. */
  "history.undo": { callers: ["renderer", "cli"], input: EntryChoice, output: Reverted },
  /** Without `entry`: what was undone last. */
  "history.redo": { callers: ["renderer", "cli"], input: EntryChoice, output: Reverted },
  /** Of photos that `is:review` finds: whose file was replaced by one that looks like another photo. */
  "review.decide": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds, decision: ReviewDecision }),
    output: Changed,
  },
  /** Words that begin with the text, those that find most first. */
  "label.suggest": {
    callers: ["renderer", "cli"],
    input: z.object({ text: z.string().max(200), limit: Limit }),
    output: z.array(LabelSuggestion),
  },
  "label.explain": {
    callers: ["renderer", "cli"],
    input: z.object({ word: LabelText }),
    output: LabelExplanation,
  },
  /** The user's word on a label, which goes before the model's; null takes it back. */
  "label.judge": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds, label: LabelText, verdict: LabelVerdict.nullable() }),
    output: Changed,
  },
  /** Of every label that was judged; those with most judgements first. */
  "label.precision": {
    callers: ["renderer", "cli"],
    input: Nothing,
    output: z.array(LabelPrecision),
  },
} as const satisfies Record<string, RequestRow>;
