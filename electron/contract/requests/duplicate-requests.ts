/** @file Photos that are there more than once. See requests.ts. */
import { z } from "zod";
import {
  CopyKind,
  DuplicateCounts,
  DuplicateKind,
  DuplicatePage,
  DuplicateVerdict,
  KeptCopy,
} from "../duplicates.ts";
import { JournalEntry } from "../journal.ts";
import { MOST_AT_ONCE } from "../limits.ts";
import { MAX_FILES_AT_ONCE } from "../originals.ts";
import { PhotoId } from "../photo.ts";
import { Cursor } from "../query.ts";
import { Changed, GoingOn, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

/** `entry`: of the history; null where nothing changed. */
const Journaled = Changed.extend({ entry: JournalEntry.shape.id.nullable() });

export const duplicateRequests = {
  "duplicate.counts": {
    callers: ["renderer", "cli"],
    input: Nothing,
    output: DuplicateCounts,
  },
  /** Groups that wait for a decision, those first whose copies take the most space. */
  "duplicate.list": {
    callers: ["renderer", "cli"],
    input: z.object({
      kind: DuplicateKind,
      after: Cursor.optional(),
      limit: z.number().int().min(1).max(50),
    }),
    output: DuplicatePage,
  },
  /** What is suggested for every group of the kind that waits for a decision. */
  "duplicate.suggestions": {
    callers: ["renderer", "cli"],
    input: z.object({ kind: CopyKind }),
    output: z.array(KeptCopy),
  },
  /**
   * Gives photos that are kept what their copies have and they do not: tags, albums, stars, flag, colour, title, caption and capture
   * time. `present`: those that are kept whose files are where and as the library knows them, so that their copies may go.
   */
  "duplicate.carryOver": {
    callers: ["renderer", "cli"],
    input: z.object({
      copies: z.array(KeptCopy).min(1).max(MAX_FILES_AT_ONCE),
      entry: GoingOn,
    }),
    output: Journaled.extend({ present: z.array(PhotoId) }),
  },
  /**
   * Keeps all of these photos, and with `wholeOf` all others of the first one's group of that kind: a page tells only some of a large group.
   * No group comes back of which there are no others. `changed`: of so many it was not said yet.
   */
  "duplicate.decide": {
    callers: ["renderer", "cli"],
    input: z.object({
      photos: z.array(PhotoId).min(2).max(MOST_AT_ONCE),
      wholeOf: DuplicateKind.optional(),
      verdict: DuplicateVerdict,
    }),
    output: Journaled,
  },
  /** Answers when every photo was compared with the others; `isAnew`: also those that were compared before. */
  "duplicate.check": {
    callers: ["renderer", "cli"],
    input: z.object({ isAnew: z.boolean().default(false) }),
    output: DuplicateCounts,
  },
} as const satisfies Record<string, RequestRow>;
