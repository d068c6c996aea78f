import { z } from "zod";

export const LabelVerdict = z.enum(["confirmed", "rejected"]);
export type LabelVerdict = z.infer<typeof LabelVerdict>;

/** A word that `label:` finds photos by. */
export const LabelSuggestion = z.object({
  /** As a person writes it: "dog". */
  word: z.string(),
  /** What to write after `label:`; differs from `word` where the word alone means another sense. */
  term: z.string(),
  /** A wider word for it that tells senses apart: "animal"; null where there is none. */
  family: z.string().nullable(),
  /** Photos of the library that it finds now. */
  count: z.number().int().nonnegative(),
});
export type LabelSuggestion = z.infer<typeof LabelSuggestion>;

/** What a label word means here. */
export const LabelExplanation = z.object({
  /** The sense that `label:` takes; null for a word that means nothing here. */
  sense: LabelSuggestion.nullable(),
  /** WordNet's definition of that sense; null where there is none. */
  gloss: z.string().nullable(),
  /** How many of the model's labels belong to it. */
  classes: z.number().int().nonnegative(),
  /** Other senses that the model knows, each with the term that asks for it. */
  others: z.array(LabelSuggestion),
  /** For an unknown word: those that are written alike. */
  nearMisses: z.array(LabelSuggestion),
});
export type LabelExplanation = z.infer<typeof LabelExplanation>;

/** How often a label was right where the user said so. */
export const LabelPrecision = z.object({
  label: z.string(),
  confirmed: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
});
export type LabelPrecision = z.infer<typeof LabelPrecision>;
