import {
  colourLabels,
  flags,
  flagWords,
  orientations,
  photoFacts,
} from "../../../electron/contract/value-names.ts";
import type { Field, Term } from "./terms.ts";

/** Fields whose values are a few words that are the same in every library. */
const valuesOf: Partial<Record<Field, readonly string[]>> = {
  is: [...photoFacts, ...Object.keys(flagWords)],
  flag: [...flags, "none"],
  colour: [...colourLabels, "none"],
  rating: ["5", ">=4", ">=3", ">=2", ">=1", "0"],
  orientation: [...orientations],
  has: ["gps"],
};

/** Beside names and labels there is room for these. */
const MOST_OF_A_WORD = 2;

/**
 * Terms that say what a photo is, like `is:untagged`: of a field all that go on like what was typed, of a word without
 * one the first few, so that whoever types "untag" learns how to ask for it.
 */
export function suggestValues(field: Field | undefined, typed: string): readonly Term[] {
  const wanted = typed.toLowerCase();
  const fields = field === undefined ? (Object.keys(valuesOf) as Field[]) : [field];
  const found = fields.flatMap((each) =>
    (valuesOf[each] ?? [])
      .filter((value) => value.startsWith(wanted))
      .map((value) => ({ isNegated: false, field: each, value })),
  );
  return field === undefined ? found.slice(0, MOST_OF_A_WORD) : found;
}
