/** @file Filters are terms of the search and nothing else: which terms belong to which filter, and what they choose. */

/** A term of the search box; a filter reads and writes these and keeps nothing of its own. */
export interface FilterTerm {
  readonly isNegated: boolean;
  readonly field: string;
  readonly value: string;
}

export const filters = [
  "taken",
  "rating",
  "flag",
  "colour",
  "kind",
  "orientation",
  "camera",
  "lens",
  "iso",
  "aperture",
  "size",
  "gps",
  "untagged",
  "failed",
  "missing",
] as const;
export type Filter = (typeof filters)[number];

/** The fields that filters write. */
type FilterField =
  | "taken"
  | "rating"
  | "flag"
  | "colour"
  | "orientation"
  | "camera"
  | "lens"
  | "iso"
  | "aperture"
  | "size"
  | "is"
  | "has";

export interface NewTerm {
  readonly isNegated: false;
  readonly field: FilterField;
  readonly value: string;
}

/** `is:picked` says what `flag:pick` says. */
const flagWords: Readonly<Record<string, string>> = { picked: "pick", rejected: "reject" };
const switches = { gps: "has", untagged: "is", failed: "is", missing: "is" } as const;

/** The filter that a term is the state of; undefined where it is none, or excludes something. */
export function filterOf({ isNegated, field, value }: FilterTerm): Filter | undefined {
  if (isNegated) return undefined;
  const word = value.toLowerCase();
  if (field === "f") return "aperture";
  if (field === "has") return word === "gps" ? "gps" : undefined;
  if (field !== "is") return filters.find((filter) => filter === field && !(filter in switches));
  if (word in flagWords) return "flag";
  if (word === "photo" || word === "video") return "kind";
  return filters.find((filter) => filter === word && filter in switches);
}

/** What a filter of one value is set to, in the words of the language; undefined while it is not set. */
export function valueOf(terms: readonly FilterTerm[], filter: Filter): string | undefined {
  const term = terms.find((each) => filterOf(each) === filter);
  if (!term) return undefined;
  if (isNamed(filter)) return term.value.replace(/^=/, "");
  const word = term.value.toLowerCase();
  return filter === "flag" ? (flagWords[word] ?? word) : word;
}

/** The term that sets a filter; a switch has no value. */
export function toTerm(filter: Filter, value = ""): NewTerm {
  if (filter in switches) {
    const field = switches[filter as keyof typeof switches];
    return { isNegated: false, field, value: filter };
  }
  const field = filter === "kind" ? "is" : (filter as FilterField);
  // The whole name: "EOS R" is not "EOS R5".
  return { isNegated: false, field, value: isNamed(filter) ? `=${value}` : value };
}

function isNamed(filter: Filter): boolean {
  return filter === "camera" || filter === "lens";
}

/** The stars, 0 to 5, that a value of `rating:` finds. */
export function starsOf(value: string | undefined): readonly number[] {
  const found = value === undefined ? undefined : readComparison(value);
  if (!found) return [];
  return [0, 1, 2, 3, 4, 5].filter((stars) => holds(stars, found));
}

/** From so many stars on; 0 stands for none. */
export function ratingValue(stars: number): string {
  return stars === 0 || stars === 5 ? String(stars) : `>=${stars}`;
}

/** The ends of a filter of numbers, both included where `>` and `<` are not asked for; absent ends are open. */
export interface Bounds {
  readonly least?: string;
  readonly most?: string;
}

export type BoundedFilter = "iso" | "aperture" | "size";

export function boundsOf(terms: readonly FilterTerm[], filter: BoundedFilter): Bounds {
  let bounds: Bounds = {};
  for (const term of terms) {
    const found = filterOf(term) === filter ? readComparison(term.value) : undefined;
    if (!found) continue;
    const number = String(found.number);
    if (!found.sign.startsWith("<")) bounds = { ...bounds, least: number };
    if (!found.sign.startsWith(">")) bounds = { ...bounds, most: number };
  }
  return bounds;
}

/** One end alone is one term; two that are the same say it once. */
export function boundTerms(filter: BoundedFilter, { least, most }: Bounds): readonly NewTerm[] {
  const unit = filter === "size" ? "mp" : "";
  if (least !== undefined && least === most) return [toTerm(filter, `${least}${unit}`)];
  return [
    ...(least === undefined ? [] : [toTerm(filter, `>=${least}${unit}`)]),
    ...(most === undefined ? [] : [toTerm(filter, `<=${most}${unit}`)]),
  ];
}

interface Comparison {
  readonly sign: string;
  readonly number: number;
}

function readComparison(value: string): Comparison | undefined {
  const [, sign, number] =
    /^(<=|>=|<|>|=)?\s*(?:f\/?)?(\d+(?:\.\d+)?)\s*(?:mp)?$/i.exec(value.trim()) ?? [];
  return number === undefined ? undefined : { sign: sign ?? "=", number: Number(number) };
}

function holds(stars: number, { sign, number }: Comparison): boolean {
  if (sign === ">=") return stars >= number;
  if (sign === "<=") return stars <= number;
  if (sign === ">") return stars > number;
  return sign === "<" ? stars < number : stars === number;
}
