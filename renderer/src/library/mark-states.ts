/** @file What several photos have of stars, flags and colour labels: all of them, or some. */
import type { Photo } from "../../../electron/contract/photo.ts";
import type { MarkStates, ValueChange } from "../../../electron/contract/values.ts";
import { say } from "../messages/say.ts";

export type MarkField = "rating" | "flag" | "colourLabel";
export type MarkValue = MarkStates[MarkField][number]["value"];

/** How many of the photos have a value, as it is said: "12 of 40"; undefined where none has. */
export interface MarkShare {
  readonly isAll: boolean;
  readonly text: string;
}

export function markShare(
  { total, ...fields }: MarkStates,
  field: MarkField,
  value: MarkValue,
): MarkShare | undefined {
  const count = fields[field].find((state) => state.value === value)?.count;
  if (count === undefined) return undefined;
  return { isAll: count === total, text: say("tag.box.some", { count, total }) };
}

/** What all of them have; undefined where they differ. */
export function commonMark(states: MarkStates, field: MarkField): MarkValue | undefined {
  return states[field].length === 1 ? states[field][0]?.value : undefined;
}

/** Of one photo. */
export function marksOf({ rating, flag, colourLabel }: Pick<Photo, MarkField>): MarkStates {
  return {
    total: 1,
    rating: [{ value: rating, count: 1 }],
    flag: [{ value: flag ?? "none", count: 1 }],
    colourLabel: [{ value: colourLabel ?? "none", count: 1 }],
  };
}

/** As they are when all of the photos were given something. What is taken back is the files' to say. */
export function withMark(states: MarkStates, change: ValueChange): MarkStates {
  const { rating, flag, colourLabel } = change;
  const count = states.total;
  return {
    ...states,
    ...(typeof rating === "number" && { rating: [{ value: rating, count }] }),
    ...(typeof flag === "string" && { flag: [{ value: flag, count }] }),
    ...(typeof colourLabel === "string" && { colourLabel: [{ value: colourLabel, count }] }),
  };
}
