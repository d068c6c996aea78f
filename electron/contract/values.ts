/** @file What the user gives a photo beside tags: stars, a flag, a colour label, a title, a caption. */
import { z } from "zod";
import { colourLabels, flags, turns, turnSteps } from "./value-names.ts";

export const Flag = z.enum(flags);
export const ColourLabel = z.enum(colourLabels);
export const Turn = z.literal(turns);
export const TurnStep = z.literal(turnSteps);

/** Characters; what other programs cut off is far less. */
export const MAX_TITLE = 1_000;
export const MAX_CAPTION = 10_000;

/** Null: nothing is said. 0, "none" and "" say that there is none. */
export const PhotoValues = z.object({
  /** Stars, 0 to 5. */
  rating: z.number().int().min(0).max(5).nullable(),
  flag: z.enum([...flags, "none"]).nullable(),
  colourLabel: z.enum([...colourLabels, "none"]).nullable(),
  title: z.string().max(MAX_TITLE).nullable(),
  /** May have lines. */
  caption: z.string().max(MAX_CAPTION).nullable(),
});
export type PhotoValues = z.infer<typeof PhotoValues>;

const Count = z.number().int().nonnegative();

/** The stars, flags and colour labels of many photos. */
export const MarkStates = z.object({
  /** How many photos it is about: those that the catalog has. */
  total: Count,
  /** Of each, the values that photos have; 0 and "none" say that a photo has none. */
  rating: z.array(z.object({ value: z.number().int().min(0).max(5), count: Count })),
  flag: z.array(z.object({ value: z.enum([...flags, "none"]), count: Count })),
  colourLabel: z.array(z.object({ value: z.enum([...colourLabels, "none"]), count: Count })),
});
export type MarkStates = z.infer<typeof MarkStates>;

/** Of what is absent nothing changes; null takes the user's own value back, so that what the file says holds. */
export const ValueChange = PhotoValues.partial();
export type ValueChange = z.infer<typeof ValueChange>;
