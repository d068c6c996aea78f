/**
 * @file How a picture is to be turned, as TIFF 6.0 (section 8) and EXIF number it.
 *
 * An orientation is a mirroring from left to right, or none, and then a number of quarter turns clockwise. So a turn that is added goes
 * on in the same row, and two orientations of different rows have no turn between them.
 */
import type { Turn } from "../../contract/value-names.ts";

const ROWS = [
  [1, 6, 3, 8],
  [2, 7, 4, 5],
] as const;

/** The orientation of a picture that has `own` and is then turned. */
export function turnedOrientation(own: number, turn: Turn): number {
  const row = rowOf(own);
  return row[(row.indexOf(own) + turn / 90) % row.length]!;
}

/** The turn that makes `wanted` of `own`; undefined where one of them is mirrored and the other is not. */
export function turnBetween(own: number, wanted: number): Turn | undefined {
  const row = rowOf(own);
  if (!row.includes(wanted)) return undefined;
  const quarters = row.indexOf(wanted) - row.indexOf(own) + row.length;
  return ((quarters % row.length) * 90) as Turn;
}

/** 1 to 8; undefined for anything else, which says nothing. */
export function toOrientation(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && ROWS.flat().some((one) => one === number)
    ? number
    : undefined;
}

function rowOf(orientation: number): readonly number[] {
  return ROWS.find((row) => row.some((one) => one === orientation)) ?? ROWS[0];
}
