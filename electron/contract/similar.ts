import { z } from "zod";
import { Photo, PhotoId } from "./photo.ts";
import { QueryText } from "./query.ts";

/**
 * How alike, calibrated for the model on the library's own photos. `same-shot`: the same picture, edited or taken
 * again, also by where it is light and dark. `very-similar`. `related`: more alike than chance; below it the list ends.
 */
export const Band = z.enum(["same-shot", "very-similar", "related"]);
export type Band = z.infer<typeof Band>;

const Fraction = z.number().min(0).max(1);

/** A part of the picture as it is shown, in fractions of its width and height from the top left. */
export const Region = z
  .object({ x: Fraction, y: Fraction, width: Fraction, height: Fraction })
  .refine(
    ({ x, y, width, height }) => width > 0 && height > 0 && x + width <= 1 && y + height <= 1,
    {
      message: "expected a region inside the picture",
    },
  );
export type Region = z.infer<typeof Region>;

/** A picture from outside the library that the engine was handed; valid while this engine runs. */
export const PictureToken = z.string().max(100);

/** A photo of the library or a picture from outside, or a part of it. */
export const PictureChoice = z.object({
  of: z.union([z.object({ photo: PhotoId }), z.object({ picture: PictureToken })]),
  region: Region.optional(),
});
export type PictureChoice = z.infer<typeof PictureChoice>;

export const Example = PictureChoice.extend({
  /** Above 0: more like this; below 0: less like this. */
  weight: z.number().min(-10).max(10).default(1),
});
export type Example = z.infer<typeof Example>;

/** At least one of them is to be like. */
export const Examples = examplesOf(Example);

export const SimilarQuery = z.object({
  examples: Examples,
  /** Only photos that this search finds. */
  within: QueryText.default(""),
  /** 0: looks like (colours, textures); 1: means the same. */
  depth: z.number().min(0).max(1).default(1),
  /**
   * Looks closer for the same picture, cropped or, where there is one example, turned by a quarter or a half: takes
   * longer. The list is ordered by band in any case, each most similar first.
   */
  edited: z.boolean().default(false),
});
export type SimilarQuery = z.input<typeof SimilarQuery>;

/** What an album of similar photos is to be like. */
export const SimilarQuestion = z.object({
  /** A picture from outside needs its name, which nobody else knows; a photo has its own. */
  examples: examplesOf(Example.extend({ name: z.string().max(500).optional() })),
  depth: z.number().min(0).max(1),
  edited: z.boolean(),
});
export type SimilarQuestion = z.infer<typeof SimilarQuestion>;

/** A photo near a query, the best band first, in each the most similar. */
export const SimilarPhoto = z.object({
  photo: Photo,
  /** Cosine similarity, 1 − distance, in [−1, 1]; 1 is identical. */
  similarity: z.number(),
  /** Null for a photo beyond the end of the list, which only a limit asks for. */
  band: Band.nullable(),
});
export type SimilarPhoto = z.infer<typeof SimilarPhoto>;

export const SimilarPage = z.object({
  photos: z.array(SimilarPhoto),
  /** Photos until the end of the list, where likeness ends. */
  total: z.number().int().nonnegative(),
  /** How many of them each band has. */
  bands: z.record(Band, z.number().int().nonnegative()),
});
export type SimilarPage = z.infer<typeof SimilarPage>;

/** Where in a picture something is found, in a grid over the part that the model looked at. */
export const HeatMap = z.object({
  /** Of the picture as it is shown. */
  area: Region,
  rows: z.number().int().positive(),
  columns: z.number().int().positive(),
  /** By cell, row by row from the top left: 1 where most of it is, 0 where there is least or none. */
  heat: z.array(Fraction),
});
export type HeatMap = z.infer<typeof HeatMap>;

/** Where two pictures are alike. */
export const SimilarExplanation = z.object({
  /** As `similar.search` tells it. */
  similarity: z.number(),
  photo: HeatMap,
  example: HeatMap,
});
export type SimilarExplanation = z.infer<typeof SimilarExplanation>;

function examplesOf<T extends z.ZodType<{ readonly weight: number }>>(example: T) {
  return z
    .array(example)
    .min(1)
    .max(50)
    .refine((examples) => examples.some(({ weight }) => weight > 0), {
      message: "expected at least one example with a weight above 0",
    });
}

export const Distance = z.enum(["cosine", "euclidean", "manhattan", "chebyshev"]);
export type Distance = z.infer<typeof Distance>;

/** As many files as one experiment takes; their comparison takes time by the square of that. */
export const MAX_EVALUATED_FILES = 100_000;

/** What a retrieval experiment over a labelled set showed; all measures in [0, 1]. */
export const Evaluation = z.object({
  /** Files whose label another one has. */
  queries: z.number().int().nonnegative(),
  /** Files that are the only one of their label: found by others, asked for by none. */
  leftOut: z.number().int().nonnegative(),
  labels: z.number().int().nonnegative(),
  /** Files of the list that could not be used, with the reason. */
  skipped: z.array(z.object({ path: z.string(), message: z.string() })),
  meanAveragePrecision: z.number(),
  /** At 1, 5, 10, 20, 50 and 100, those that the set is large enough for. */
  precisionAt: z.array(z.object({ k: z.number().int().positive(), precision: z.number() })),
  /** Interpolated precision at recall 0, 0.1, … 1, the mean over all queries. */
  curve: z.array(z.object({ recall: z.number(), precision: z.number() })),
  model: z.string(),
});
export type Evaluation = z.infer<typeof Evaluation>;
