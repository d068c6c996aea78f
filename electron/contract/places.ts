import { z } from "zod";
import { Fingerprint, PhotoId } from "./photo.ts";
import { Turn } from "./values.ts";

const Latitude = z.number().min(-90).max(90);
const Longitude = z.number().min(-180).max(180);

/** In degrees. Where `west` is greater than `east`, it lies across the antimeridian. */
export const Area = z.object({
  west: Longitude,
  south: Latitude,
  east: Longitude,
  north: Latitude,
});
export type Area = z.infer<typeof Area>;

/** More than fit on a window without covering each other. */
export const MAX_CLUSTERS = 400;

/** Photos that are so near each other that a map shows them as one; the area is the least that holds them. */
export const PlaceCluster = Area.extend({
  /** Where most of them are. */
  latitude: Latitude,
  longitude: Longitude,
  count: z.number().int().positive(),
  /** The newest entry that has a thumbnail; without one, the newest. */
  cover: z.object({ id: PhotoId, fingerprint: Fingerprint.nullable(), turn: Turn }),
});
export type PlaceCluster = z.infer<typeof PlaceCluster>;

export const Places = z.object({
  /** In reading order: by rows from the north, from the west in each. */
  clusters: z.array(PlaceCluster).max(MAX_CLUSTERS),
  /** Photos of the query, in the window or not, that say where they were taken, and those that do not. */
  located: z.number().int().nonnegative(),
  unlocated: z.number().int().nonnegative(),
  /** The least area that holds all located ones. */
  extent: Area.nullable(),
});
export type Places = z.infer<typeof Places>;
