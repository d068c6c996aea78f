/** @file The values that filters offer, with their counts, from what the engine has counted. */
import type { NamedCount, PhotoFacets } from "../../../electron/contract/photo-facets.ts";
import { colourLabels, flags, orientations } from "../../../electron/contract/value-names.ts";
import { say } from "../messages/say.ts";
import type { FilterOption } from "./filter-option.ts";
import { ratingValue, starsOf } from "./filter-terms.ts";

type Facets = PhotoFacets | undefined;

/** No stars, and from each number of stars on. */
export function ratingOptions(facets: Facets, chosen: string | undefined): FilterOption[] {
  const found = starsOf(chosen);
  return [0, 1, 2, 3, 4, 5].map((stars) => ({
    value: ratingValue(stars),
    label: ratingLabel(stars),
    count: facets && (stars === 0 ? facets.ratings[0] : sum(facets.ratings.slice(stars))),
    isChosen: found.includes(stars),
  }));
}

export function flagOptions(facets: Facets, chosen: string | undefined): FilterOption[] {
  return [...flags, "none" as const].map((value) => ({
    value,
    label: say(`flag.${value}`),
    count: facets?.flags[value],
    isChosen: value === chosen,
  }));
}

export function colourOptions(facets: Facets, chosen: string | undefined): FilterOption[] {
  return [...colourLabels, "none" as const].map((value) => ({
    value,
    label: say(`colour.${value}`),
    count: facets?.colours[value],
    isChosen: value === chosen,
  }));
}

export function kindOptions(facets: Facets, chosen: string | undefined): FilterOption[] {
  return (["photo", "video"] as const).map((value) => ({
    value,
    label: say(`filters.kind.${value}`),
    count: facets?.kinds[value],
    isChosen: value === chosen,
  }));
}

export function orientationOptions(facets: Facets, chosen: string | undefined): FilterOption[] {
  return orientations.map((value) => ({
    value,
    label: say(`filters.orientation.${value}`),
    count: facets?.orientations[value],
    isChosen: value === chosen,
  }));
}

/** Cameras or lenses. One that was asked for and is not among them stands before them. */
export function namedOptions(
  names: readonly NamedCount[] | undefined,
  chosen: string | undefined,
): FilterOption[] {
  const isChosen = (name: string): boolean => name.toLowerCase() === chosen?.toLowerCase();
  const options = (names ?? []).map(({ name, count }) => ({
    value: name,
    label: name,
    count,
    isChosen: isChosen(name),
  }));
  if (chosen === undefined || options.some((option) => option.isChosen)) return options;
  return [{ value: chosen, label: chosen, count: undefined, isChosen: true }, ...options];
}

function ratingLabel(stars: number): string {
  if (stars === 0) return say("filters.rating.none");
  return stars === 5 ? say("filters.rating.five") : say("filters.rating.least", { count: stars });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
