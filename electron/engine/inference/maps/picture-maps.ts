import type { Region } from "../../../contract/similar.ts";

/** What has a map of the picture before it is averaged; named as in {@link Inference}. */
export const MAP_NAMES = ["embedding", "stage2", "stage3"] as const;
export type MapName = (typeof MAP_NAMES)[number];

/** What a layer sees of a picture, cell by cell; the mean over the cells is what is compared. */
export interface SpatialMap {
  /** A plane of `rows` × `columns` cells for each channel, one behind the other; rows from the top. */
  readonly values: Float32Array;
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
}

export interface MapQuestion {
  readonly maps: readonly MapName[];
  /** Classes, by their places among the scores, whose direction is wanted; at least one. */
  readonly classes?: readonly number[];
}

/** What a model sees of one picture, and where. */
export interface PictureMaps {
  /** Those that were asked for and that the model has; the embedding's in any case. */
  readonly maps: Partial<Record<MapName, SpatialMap>>;
  /**
   * What speaks for the classes rather than for the others, by channel of the embedding's map: the mean of their
   * rows of the classifier, by their probabilities in this picture, less the mean of all rows.
   */
  readonly direction?: Float32Array;
  /** The part of the picture that the model looked at, which the maps cover. */
  readonly seen: Region;
}
