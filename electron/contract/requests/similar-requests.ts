/** @file Finding similar photos. See requests.ts. */
import { z } from "zod";
import {
  Distance,
  Evaluation,
  MAX_EVALUATED_FILES,
  HeatMap,
  PictureChoice,
  PictureToken,
  SimilarExplanation,
  SimilarPage,
  SimilarQuery,
} from "../similar.ts";
import { AbsolutePath, LabelText, Limit } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

export const similarRequests = {
  /** A page of the photos most similar to the examples; without examples' own entries. */
  "similar.search": {
    callers: ["renderer", "cli"],
    input: SimilarQuery.extend({
      offset: z.number().int().nonnegative().default(0),
      limit: Limit,
      /** Go on beyond the end of the list until the limit is reached. */
      beyondEnd: z.boolean().default(false),
      /** A later question of the same session ends this one with `cancelled`. */
      session: z.string().max(100).optional(),
    }),
    output: SimilarPage,
  },
  /** Where a photo and an example are alike. */
  "similar.explain": {
    callers: ["renderer", "cli"],
    input: z.object({
      photo: PictureChoice,
      example: PictureChoice,
      /** As in `similar.search`. */
      depth: z.number().min(0).max(1).default(1),
      /** A later question of the same session ends this one with `cancelled`. */
      session: z.string().max(100).optional(),
    }),
    output: SimilarExplanation,
  },
  /** Where in a photo a label, or a family of labels, comes from. */
  "label.explainPhoto": {
    callers: ["renderer", "cli"],
    input: z.object({
      photo: PictureChoice,
      label: LabelText,
      session: z.string().max(100).optional(),
    }),
    output: z.object({ label: z.string(), photo: HeatMap }),
  },
  /** Hands a picture from outside to the engine. */
  "picture.open": {
    callers: ["shell", "cli", "media"],
    input: z.object({
      path: AbsolutePath,
      /** For people; the file's name where none is given. */
      name: z.string().max(500).optional(),
    }),
    output: z.object({ picture: PictureToken, name: z.string() }),
  },
  /** Every labelled file is a query, the others are what it should and should not find. */
  "similar.evaluate": {
    callers: ["cli"],
    input: z.object({
      files: z
        .array(z.object({ path: AbsolutePath, label: z.string().min(1).max(500) }))
        .min(2)
        .max(MAX_EVALUATED_FILES),
      depth: z.number().min(0).max(1).default(1),
      distance: Distance.default("cosine"),
      /** Each number becomes sign(x)·√|x| before it is compared. */
      signedSqrt: z.boolean().default(false),
    }),
    output: Evaluation,
  },
} as const satisfies Record<string, RequestRow>;
