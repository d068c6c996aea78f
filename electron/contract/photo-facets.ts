import { z } from "zod";
import { colourLabels, flags, orientations } from "./value-names.ts";

const Count = z.number().int().nonnegative();

/** As many cameras, and as many lenses, as a list of values is given. */
export const MOST_VALUES = 50;

/** A camera or lens as the files name it. */
export const NamedCount = z.object({ name: z.string(), count: z.number().int().positive() });
export type NamedCount = z.infer<typeof NamedCount>;

/** `month`: `2023-05`. */
export const MonthCount = z.object({ month: z.string(), count: z.number().int().positive() });
export type MonthCount = z.infer<typeof MonthCount>;

/** What the photos of a query are made of: how many of them each further condition would leave. */
export const PhotoFacets = z.object({
  /** Photos that match the query. */
  total: Count,
  /** Most photos first; {@link MOST_VALUES} at most. The same for `lenses`. */
  cameras: z.array(NamedCount),
  lenses: z.array(NamedCount),
  /** Photos with 0, 1, … 5 stars: six numbers. */
  ratings: z.array(Count).length(6),
  flags: z.record(z.enum([...flags, "none"]), Count),
  colours: z.record(z.enum([...colourLabels, "none"]), Count),
  kinds: z.record(z.enum(["photo", "video"]), Count),
  /** As `orientation:` finds them; photos whose size is not known yet count for none. */
  orientations: z.record(z.enum(orientations), Count),
  /** Photos that say where they were taken. */
  hasPlace: Count,
  /** Oldest first, months without photos left out. As `taken:` finds them: photos without a capture time count for none. */
  months: z.array(MonthCount),
});
export type PhotoFacets = z.infer<typeof PhotoFacets>;
