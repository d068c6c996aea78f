/** @file What the user says of photos: values, verdicts on labels, and the history of it all. See requests.ts. */
import { z } from "zod";
import {
  HistoryDirection,
  HistoryFilter,
  HistoryWeighing,
  JournalEntry,
  JournalPage,
} from "../journal.ts";
import { LabelBrowse } from "../label-browse.ts";
import { LabelExplanation, LabelPrecision, LabelSuggestion, LabelVerdict } from "../label.ts";
import { LabelToTag } from "../label-tag.ts";
import { PhotoIds, QueryText } from "../query.ts";
import { TagText } from "../tag.ts";
import { MarkStates, TurnStep, ValueChange } from "../values.ts";
import { Changed, GoingOn, LabelText, Limit, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

/** `entry`: of the history; null where nothing changed. */
const Journaled = Changed.extend({ entry: JournalEntry.shape.id.nullable() });
const EntryChoice = z.object({ entry: JournalEntry.shape.id.optional() });
/** With what the entry says. */
const Reverted = Changed.extend({
  entry: JournalEntry.shape.id,
  sentence: z.string(),
  told: JournalEntry.shape.told,
});

export const userRequests = {
  /** Gives photos stars, a flag, a colour label, a title or a caption. */
  "photo.set": {
    callers: ["renderer", "cli"],
    input: ValueChange.extend({ photos: PhotoIds, entry: GoingOn }),
    output: Journaled,
  },
  /** Which stars, flags and colour labels all, or some, of the photos have. */
  "photo.marks": {
    callers: ["renderer"],
    input: z.object({ photos: PhotoIds }),
    output: MarkStates,
  },
  /** Turns photos for display, clockwise; no pixel of any file changes. Videos stay as they are. */
  "photo.turn": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds, by: TurnStep }),
    output: Journaled,
  },
  /** Everything that was done, newest first; its photos are what the search `entry:` and its number finds. */
  "history.list": {
    callers: ["renderer", "cli"],
    input: HistoryFilter.extend({ before: JournalEntry.shape.id.optional(), limit: Limit }),
    output: JournalPage,
  },
  /** Without `entry`: what the user did last. */
  "history.undo": { callers: ["renderer", "cli"], input: EntryChoice, output: Reverted },
  /** Without `entry`: what was undone last. */
  "history.redo": { callers: ["renderer", "cli"], input: EntryChoice, output: Reverted },
  /** Changes nothing; tells why an undo or redo was refused. */
  "history.weigh": {
    callers: ["renderer"],
    input: EntryChoice.extend({ direction: HistoryDirection }),
    output: HistoryWeighing,
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
  /** The way down the families of labels; null for the widest of them. */
  "label.browse": {
    callers: ["renderer", "cli"],
    input: z.object({ word: LabelText.nullable() }),
    output: LabelBrowse,
  },
  /** The user's word on a label, which goes before the model's; null takes it back. */
  "label.judge": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds, label: LabelText, verdict: LabelVerdict.nullable() }),
    output: Journaled,
  },
  /**
   * Makes a label the user's tag on the photos that `label:` finds with the confidence, the user's word going before the
   * model's: one entry of the history, and nothing else is changed.
   */
  "label.toTag": {
    callers: ["renderer", "cli"],
    input: z.object({
      label: LabelText,
      tag: TagText,
      /** Without it, the threshold of the model's card. */
      atLeast: z.number().min(0).max(1).optional(),
      /** Only photos that it finds, or only these. */
      query: QueryText.default(""),
      photos: PhotoIds.optional(),
      /** Only tells what would change. */
      isDryRun: z.boolean().default(false),
    }),
    output: LabelToTag,
  },
  /** Of every label that was judged; those with most judgements first. */
  "label.precision": {
    callers: ["renderer", "cli"],
    input: Nothing,
    output: z.array(LabelPrecision),
  },
} as const satisfies Record<string, RequestRow>;
