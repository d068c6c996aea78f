/** @file Photos that are missing, could not be shown, or are to be reviewed. See requests.ts. */
import { z } from "zod";
import { FailureCount, Located, Review } from "../care.ts";
import { ErrorCode } from "../errors.ts";
import { JournalEntry, ReviewDecision } from "../journal.ts";
import { Failure, PhotoId } from "../photo.ts";
import { FolderId } from "../folder.ts";
import { PhotoIds } from "../query.ts";
import { AbsolutePath, Changed, Limit, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

/** `entry`: of the history; null where nothing changed. */
const Journaled = Changed.extend({ entry: JournalEntry.shape.id.nullable() });

export const careRequests = {
  "failure.list": {
    callers: ["renderer", "cli"],
    input: z.object({ folders: z.array(FolderId).optional() }),
    output: z.array(Failure),
  },
  /** Most photos first. */
  "failure.count": {
    callers: ["renderer", "cli"],
    input: Nothing,
    output: z.array(FailureCount),
  },
  /** Reads these photos again, or all that failed with this code; without either, all that failed. `changed`: so many wait now. */
  "failure.retry": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds.optional(), code: ErrorCode.optional() }),
    output: Changed,
  },
  /**
   * Deletes what the library knows of missing photos: entries, tags, all that the user entered. No file is touched, and those of the photos that
   * are there stay. It is in the history, and cannot be undone.
   */
  "photo.forget": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds }),
    output: Journaled,
  },
  /**
   * The missing photo's file is this one now. Refused with `photo-mismatch` where it holds another picture, unless `isForced`; with
   * `file-outside` where it is in no watched folder; with `file-claimed` where it is a photo of which the user entered something.
   */
  "photo.locate": {
    callers: ["shell", "cli"],
    input: z.object({ id: PhotoId, path: AbsolutePath, isForced: z.boolean().default(false) }),
    output: Located,
  },
  "photo.locatePlace": {
    callers: ["host"],
    input: z.object({ id: PhotoId, place: z.string(), isForced: z.boolean().default(false) }),
    output: Located,
  },
  /** What `is:review` finds, in the order in which the files were replaced. */
  "review.list": {
    callers: ["renderer", "cli"],
    input: z.object({
      /** Only those after it: the last of the page before. */
      after: PhotoId.optional(),
      limit: Limit,
    }),
    output: z.object({ reviews: z.array(Review), total: z.number().int().nonnegative() }),
  },
  /** Of photos that `is:review` finds: whose file was replaced by one that looks like another photo. */
  "review.decide": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds, decision: ReviewDecision }),
    output: Journaled,
  },
} as const satisfies Record<string, RequestRow>;
