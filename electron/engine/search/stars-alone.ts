import type { Comparison, Query, Term } from "./language/query.ts";

/** A query of ratings and nothing else. */
export type StarsQuery =
  | { readonly kind: "and" | "or"; readonly terms: readonly StarsQuery[] }
  | { readonly kind: "not"; readonly term: StarsQuery }
  | Extract<Term, { kind: "rating" }>;

/** False for everything, which asks for nothing. */
export function asksForStarsAlone(query: Query): query is StarsQuery {
  if (query.kind === "and" || query.kind === "or")
    return query.terms.length > 0 && query.terms.every(asksForStarsAlone);
  return query.kind === "not" ? asksForStarsAlone(query.term) : query.kind === "rating";
}

/** Whether a photo with so many stars is in the result. Pure. */
export function holdsFor(query: StarsQuery, stars: number): boolean {
  switch (query.kind) {
    case "and":
      return query.terms.every((term) => holdsFor(term, stars));
    case "or":
      return query.terms.some((term) => holdsFor(term, stars));
    case "not":
      return !holdsFor(query.term, stars);
    case "rating":
      return comparisons[query.comparison](stars, query.stars);
  }
}

/** How many stars photos have that are in the result, or are not. */
export function starsFor(query: StarsQuery, isWanted: boolean): number[] {
  return [0, 1, 2, 3, 4, 5].filter((stars) => holdsFor(query, stars) === isWanted);
}

const comparisons: Readonly<Record<Comparison, (one: number, other: number) => boolean>> = {
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  "=": (one, other) => one === other,
  ">=": (one, other) => one >= other,
  ">": (one, other) => one > other,
};
