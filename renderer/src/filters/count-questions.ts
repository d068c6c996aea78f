import type { CountQuestions } from "./filter-counts.svelte.ts";
import type { FilterSearch } from "./filter-search.ts";
import { filterOf, toTerm, type Filter } from "./filter-terms.ts";

/** Filters of which one value takes another's place, so that the others are counted as if none were set. */
const ofOneValue: readonly Filter[] = [
  "taken",
  "rating",
  "flag",
  "colour",
  "kind",
  "orientation",
  "camera",
  "lens",
];

export function countQuestions(search: FilterSearch): CountQuestions {
  const set = new Set(search.terms.map(filterOf));
  return {
    all: search.query,
    without: ofOneValue
      .filter((filter) => set.has(filter))
      .map((filter) => ({
        filter,
        query: search.exchanged((term) => filterOf(term) === filter, []),
      })),
    switched: {
      untagged: switchedOn(search, "untagged"),
      failed: switchedOn(search, "failed"),
      missing: switchedOn(search, "missing"),
    },
  };
}

function switchedOn(search: FilterSearch, filter: Filter): string {
  return search.exchanged((term) => filterOf(term) === filter, [toTerm(filter)]);
}
