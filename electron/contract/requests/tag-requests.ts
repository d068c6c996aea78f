/** @file The user's tags. See requests.ts. */
import { z } from "zod";
import { JournalEntry } from "../journal.ts";
import { PhotoId } from "../photo.ts";
import { PhotoIds } from "../query.ts";
import { Told } from "../told.ts";
import {
  FavouriteKey,
  TagBranch,
  TagCount,
  TagStates,
  TagSuggestion,
  TagText,
  TagWeight,
} from "../tag.ts";
import { Changed, GoingOn, Limit, Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

/** `entry`: of the history; null where nothing changed. */
const Journaled = Changed.extend({ entry: JournalEntry.shape.id.nullable() });
/** `changed`: photos with the tag or a tag below it; `sentence`, `told`: those of the entry. */
const TagChanged = Changed.extend({
  entry: JournalEntry.shape.id,
  sentence: z.string(),
  told: Told,
});

export const tagRequests = {
  /** Tags that photos have, or those of one photo; by name. */
  "tag.list": {
    callers: ["renderer", "cli"],
    input: z.object({ photo: PhotoId.optional() }),
    output: z.array(TagCount),
  },
  /** The same with the tags that are only levels of others, each before those below it, and what was said of them. */
  "tag.tree": { callers: ["renderer", "cli"], input: Nothing, output: z.array(TagBranch) },
  /** A synonym stands for its tag. */
  "tag.add": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, photos: PhotoIds, entry: GoingOn }),
    output: Journaled,
  },
  "tag.remove": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, photos: PhotoIds, entry: GoingOn }),
    output: Journaled,
  },
  /** What `tag.rename`, or without `to` `tag.delete`, would do; changes nothing. */
  "tag.weigh": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, to: TagText.nullable().default(null) }),
    output: TagWeight,
  },
  /** Gives a tag another name or place, with everything below it. Where there is such a tag already, they become one. */
  "tag.rename": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText, to: TagText }),
    output: TagChanged,
  },
  /** Takes a tag and everything below it from all photos. */
  "tag.delete": {
    callers: ["renderer", "cli"],
    input: z.object({ tag: TagText }),
    output: TagChanged,
  },
  /** What is left out stays as it is. A favourite key is taken from the tag that has it. */
  "tag.describe": {
    callers: ["renderer", "cli"],
    input: z.object({
      tag: TagText,
      /** Other words for the tag: all there are to be. */
      synonyms: z.array(TagText).max(100).optional(),
      key: FavouriteKey.nullable().optional(),
    }),
    output: Journaled,
  },
  /**
   * Tags of which a level, or a synonym, begins with the text: those given last first, then those that most photos have.
   * Without a text the tags given last.
   */
  "tag.suggest": {
    callers: ["renderer", "cli"],
    input: z.object({
      text: z.string().max(500),
      /** Tags that all of them have are left out. */
      photos: PhotoIds.optional(),
      limit: Limit,
    }),
    output: z.array(TagSuggestion),
  },
  /** Which tags all, or some, of the photos have. */
  "tag.states": {
    callers: ["renderer", "cli"],
    input: z.object({ photos: PhotoIds }),
    output: TagStates,
  },
} as const satisfies Record<string, RequestRow>;
