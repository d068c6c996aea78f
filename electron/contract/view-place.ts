/** @file Where somebody was in a query's photos, so that the window can begin there again. */
import { z } from "zod";
import { PhotoId } from "./photo.ts";
import { QueryText } from "./query.ts";

export const ViewPlace = z.object({
  /** The photo that keeps its height when everything around it changes. */
  photo: PhotoId,
  /** Where the photo stood in the query: it is looked for there first, and where it is gone its neighbours are shown. */
  index: z.number().int().nonnegative(),
  /** From the top of the window to the top of the photo, in CSS pixels; negative where the photo is cut. */
  offsetPx: z.number(),
});
export type ViewPlace = z.infer<typeof ViewPlace>;

export const QueryPlace = ViewPlace.extend({ query: QueryText });
export type QueryPlace = z.infer<typeof QueryPlace>;

/** Of several queries, the one that was left last at the end. */
export const QueryPlaces = z.array(QueryPlace);
