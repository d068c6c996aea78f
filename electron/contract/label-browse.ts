import { z } from "zod";
import { Fingerprint, PhotoId } from "./photo.ts";
import { Turn } from "./values.ts";

/** The photo that stands for a label. */
export const LabelCover = z.object({ id: PhotoId, fingerprint: Fingerprint, turn: Turn });
export type LabelCover = z.infer<typeof LabelCover>;

const Count = z.number().int().nonnegative();
/** `word`: what to write after `label:`; `name`: as a person writes it. */
const NamedLabel = z.object({ word: z.string(), name: z.string() });

/** A family or a single label, one step below another. */
export const LabelChild = NamedLabel.extend({
  photos: Count.min(1),
  /** How many of the model's labels belong to it, and how many of those have photos. */
  kinds: Count,
  found: Count,
  /** Whether there is anything below it. */
  hasBelow: z.boolean(),
  cover: LabelCover.nullable(),
});
export type LabelChild = z.infer<typeof LabelChild>;

/** A label with what is above and below it; null names stand for the beginning, above all families. */
export const LabelBrowse = z.object({
  word: z.string().nullable(),
  name: z.string().nullable(),
  /** The way to it, the widest family first. */
  above: z.array(NamedLabel),
  /** Null at the beginning. */
  photos: Count.nullable(),
  kinds: Count,
  found: Count,
  /** How often it and its kinds were right where the user said so; null where nothing was said. */
  precision: z.object({ right: Count, checked: Count }).nullable(),
  /** Those with photos; families first, what has most photos first. */
  children: z.array(LabelChild),
  /** Photos that may be of it: surer than `unsureFrom`, and not as sure as a label has to be. */
  unsure: Count,
  unsureFrom: z.number(),
});
export type LabelBrowse = z.infer<typeof LabelBrowse>;
