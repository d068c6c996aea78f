/** A parsed search. `and` without terms is everything. */
export type Query =
  | { readonly kind: "and"; readonly terms: readonly Query[] }
  | { readonly kind: "or"; readonly terms: readonly Query[] }
  | { readonly kind: "not"; readonly term: Query }
  | Term;

export type Term =
  /** Words in a row, the last one as a prefix: in the file name, folder, tags, title, caption, labels or camera. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "camera"; readonly text: string }
  /** Anywhere in the lens's name. */
  | { readonly kind: "lens"; readonly text: string }
  /** Without `minConfidence` the model card's threshold holds. */
  | { readonly kind: "label"; readonly name: string; readonly minConfidence?: number }
  /** One or more segments of a tag's path. */
  | { readonly kind: "tag"; readonly path: string }
  /** Segments of a folder's path, or the beginning of an absolute one. */
  | { readonly kind: "folder"; readonly path: string }
  /** Local wall time as if it were UTC, `fromMs` ≤ time < `untilMs`; an absent end is open. */
  | { readonly kind: "taken"; readonly fromMs?: number; readonly untilMs?: number }
  | { readonly kind: "rating"; readonly comparison: Comparison; readonly stars: number }
  | { readonly kind: "is"; readonly state: PhotoFact }
  | { readonly kind: "has"; readonly what: "gps" };

export type Comparison = "<" | "<=" | "=" | ">=" | ">";

export const photoFacts = [
  "untagged",
  "missing",
  "failed",
  "review",
  "indexed",
  "photo",
  "video",
] as const;
export type PhotoFact = (typeof photoFacts)[number];

export const EVERYTHING: Query = { kind: "and", terms: [] };
