/** @file What a window remembers of its views. See requests.ts. */
import { z } from "zod";
import { QueryText } from "../query.ts";
import { QueryPlaces, ViewPlace } from "../view-place.ts";
import { Nothing } from "./request-parts.ts";
import type { RequestRow } from "./request-row.ts";

export const viewRequests = {
  "view.places": { callers: ["renderer"], input: Nothing, output: QueryPlaces },
  /** Null where the view is at its top, which needs no memory. */
  "view.keepPlace": {
    callers: ["renderer"],
    input: z.object({ query: QueryText, place: ViewPlace.nullable() }),
    output: Nothing,
  },
} as const satisfies Record<string, RequestRow>;
