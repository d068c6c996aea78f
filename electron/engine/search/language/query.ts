import type { Area } from "../../../contract/places.ts";
import type { ColourLabel, Flag } from "../../../contract/value-names.ts";

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
  /** An album, smart or not, or a group of them. */
  | { readonly kind: "album"; readonly name: string }
  /** The same by its number. */
  | { readonly kind: "members"; readonly album: number }
  /** Local wall time as if it were UTC, `fromMs` ≤ time < `untilMs`; an absent end is open. */
  | { readonly kind: "taken"; readonly fromMs?: number; readonly untilMs?: number }
  | { readonly kind: "rating"; readonly comparison: Comparison; readonly stars: number }
  | { readonly kind: "flag"; readonly flag: Flag | "none" }
  | { readonly kind: "colour"; readonly colour: ColourLabel | "none" }
  | { readonly kind: "iso"; readonly comparison: Comparison; readonly value: number }
  /** f-number. */
  | { readonly kind: "aperture"; readonly comparison: Comparison; readonly value: number }
  | { readonly kind: "is"; readonly state: PhotoFact }
  | { readonly kind: "has"; readonly what: "gps" }
  /** Taken there, its edges included. */
  | { readonly kind: "place"; readonly area: Area }
  /** Photos that an entry of the history changed. */
  | { readonly kind: "entry"; readonly entry: number };

export type Comparison = "<" | "<=" | "=" | ">=" | ">";

export const photoFacts = [
  "untagged",
  "missing",
  "failed",
  "review",
  "conflict",
  "unwritten",
  "indexed",
  "photo",
  "video",
] as const;
export type PhotoFact = (typeof photoFacts)[number];

export const EVERYTHING: Query = { kind: "and", terms: [] };
