import { z } from "zod";

/** A tag's name as it is typed: `Lisbon`, `Places/Portugal/Lisbon`. */
export const TagText = z.string().min(1).max(500);

/** The digit that gives a favourite tag to the selected photos. */
export const FavouriteKey = z.number().int().min(1).max(9);
export type FavouriteKey = z.infer<typeof FavouriteKey>;

const Count = z.number().int().nonnegative();

/** Photos that are there, in folders that are watched. */
export const TagCount = z.object({
  /** The whole path. */
  tag: z.string(),
  /** Photos with exactly this tag. */
  count: Count,
  /** Photos with it or with a tag below it, each once. */
  below: Count,
});
export type TagCount = z.infer<typeof TagCount>;

/** A tag of the tree; one that is only a level of others has a `count` of 0. */
export const TagBranch = TagCount.extend({
  /** Other words for it, by name. */
  synonyms: z.array(z.string()),
  key: FavouriteKey.nullable(),
});
export type TagBranch = z.infer<typeof TagBranch>;

/** What renaming or deleting a tag would do. */
export const TagWeight = z.object({
  /** Tags below it, which go with it. */
  tags: Count,
  /** Photos with it or with a tag below it. */
  photos: Count,
  /** Tags that are there already, and that it or a tag below it would become one with. */
  merges: z.array(z.string()),
});
export type TagWeight = z.infer<typeof TagWeight>;

export const TagSuggestion = z.object({
  tag: z.string(),
  /** Photos with exactly this tag. */
  count: Count,
  /** What begins with the text: a level of the tag, or another word for it. */
  matched: z.enum(["name", "synonym"]),
  /** Among the last that the user gave. */
  isRecent: z.boolean(),
});
export type TagSuggestion = z.infer<typeof TagSuggestion>;

/** The tags of many photos. */
export const TagStates = z.object({
  /** How many photos it is about: those that the catalog has. */
  total: Count,
  /** By name; `count` of the photos have the tag. */
  tags: z.array(z.object({ tag: z.string(), count: Count })),
});
export type TagStates = z.infer<typeof TagStates>;
