import type { Area } from "../../../contract/places.ts";
import type { ColourLabel, Flag, Orientation, PhotoFact } from "../../../contract/value-names.ts";

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
  /** Exactly: this is the whole name. The same for a lens. */
  | { readonly kind: "camera"; readonly text: string; readonly isExact?: true }
  /** Anywhere in the lens's name. */
  | { readonly kind: "lens"; readonly text: string; readonly isExact?: true }
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
  | ({ readonly kind: "taken" } & TimeRange)
  /** When it came into the library, likewise. */
  | ({ readonly kind: "added" } & TimeRange)
  | { readonly kind: "rating"; readonly comparison: Comparison; readonly stars: number }
  | { readonly kind: "flag"; readonly flag: Flag | "none" }
  | { readonly kind: "colour"; readonly colour: ColourLabel | "none" }
  | { readonly kind: "iso"; readonly comparison: Comparison; readonly value: number }
  /** In millions of pixels. */
  | { readonly kind: "size"; readonly comparison: Comparison; readonly value: number }
  | { readonly kind: "orientation"; readonly orientation: Orientation }
  /** f-number. */
  | { readonly kind: "aperture"; readonly comparison: Comparison; readonly value: number }
  | { readonly kind: "is"; readonly state: PhotoFact }
  | { readonly kind: "has"; readonly what: "gps" }
  /** Taken there, its edges included. */
  | { readonly kind: "place"; readonly area: Area }
  /** Photos that an entry of the history changed. */
  | { readonly kind: "entry"; readonly entry: number };

/** Local wall time as if it were UTC, `fromMs` ≤ time < `untilMs`; an absent end is open. */
export interface TimeRange {
  readonly fromMs?: number;
  readonly untilMs?: number;
}

export type Comparison = "<" | "<=" | "=" | ">=" | ">";

export const EVERYTHING: Query = { kind: "and", terms: [] };
