import type { PhotoFacets } from "../../../contract/photo-facets.ts";
import type { Steps } from "../../support/in-turns.ts";
import type { PreparedQuery } from "../prepare-query.ts";
import type { SearchSource } from "../search-source.ts";
import { readFewNames, readManyNames } from "./count-names.ts";
import { countTimeline } from "./count-timeline.ts";
import { readTimeline } from "./read-timeline.ts";

/** What the photos of a query are made of. */
export function* photoFacets(query: PreparedQuery, source: SearchSource): Steps<PhotoFacets> {
  const timeline = readTimeline(query, source);
  yield;
  const counts = countTimeline(timeline);
  yield;
  const names = yield* query.isDense
    ? readManyNames(timeline, source)
    : readFewNames(timeline.ids, source);
  const total = timeline.ids.length;
  return { total, ...counts, ...names.facets(total) };
}
