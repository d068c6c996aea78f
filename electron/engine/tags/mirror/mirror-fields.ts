/**
 * @file What is kept the same in the catalog and in a photo's XMP sidecar.
 */
import { colourLabels, flags, turns } from "../../../contract/value-names.ts";
import { cleanLevels } from "../../metadata/keywords.ts";
import { toText } from "../../metadata/exif-text.ts";
import { foldText } from "../../../contract/fold-text.ts";

/** What one side says; null is nothing. */
export interface MirrorFields {
  /** Stars, 0 to 5. */
  readonly rating: number | null;
  readonly title: string | null;
  readonly caption: string | null;
  /** `pick` or `reject`; in a sidecar also what there is none of here. */
  readonly flag: string | null;
  /** One of colourLabels; in a sidecar also what there is none of here, as it is written. */
  readonly colourLabel: string | null;
  /** Degrees clockwise over the orientation that the file has of its own; `mirrored` where no turn makes the sidecar's of it. */
  readonly turn: string | number | null;
  /** Tag paths, `Places/Portugal/Lisbon`. */
  readonly tags: readonly string[];
}

export const singleFields = ["rating", "title", "caption", "flag", "colourLabel", "turn"] as const;
export type SingleField = (typeof singleFields)[number];
export type SingleValue = string | number | null;

/** Texts are the same whatever their white space is, because the reader of files folds it. */
export function isSame(a: SingleValue, b: SingleValue): boolean {
  return a === b || (fold(a) !== undefined && fold(a) === fold(b));
}

function fold(value: SingleValue): string | undefined {
  return typeof value === "string" ? (toText(value) ?? "").normalize("NFC") : undefined;
}

/** Whether a value can be the library's: programs have colours, flags and mirrorings that there are none of here. */
export function isKnown(field: SingleField, value: SingleValue): boolean {
  if (value === null) return true;
  if (field === "turn") return turns.some((turn) => turn === value);
  if (field === "flag") return flags.some((flag) => flag === value);
  return field !== "colourLabel" || colourLabels.some((colour) => colour === value);
}

/** Tags with the same key are the same tag; that of a file's keyword is the same as when it is imported. */
export function tagKey(path: string): string {
  return foldText(cleanLevels(path.split("/")).join("/"));
}

/** By key, in their order; the first spelling counts. */
export function byKey(tags: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const tag of tags) if (!found.has(tagKey(tag))) found.set(tagKey(tag), tag);
  return found;
}
