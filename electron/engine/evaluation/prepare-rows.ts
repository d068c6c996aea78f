import type { Distance } from "../../contract/similar.ts";
import type { Pause } from "./pause.ts";

export interface RowOptions {
  readonly distance: Distance;
  readonly signedSqrt: boolean;
}

/**
 * Copies of the rows as they are compared, one behind the other in memory. First, where it is asked for, the signed
 * square root of each number, sign(x)·√|x| (Perronnin, Sánchez and Mensink, "Improving the Fisher kernel", 2010),
 * which keeps a few large numbers from deciding everything; then, for cosine alone, unit length. Rows of zeros stay
 * as they are: they have no direction. All rows have one size.
 */
export async function prepareRows(
  rows: readonly Float32Array[],
  { distance, signedSqrt }: RowOptions,
  pause: Pause,
): Promise<Float32Array[]> {
  const size = rows[0]?.length ?? 0;
  const all = new Float32Array(rows.length * size);
  const prepared: Float32Array[] = [];
  for (const [index, given] of rows.entries()) {
    const row = all.subarray(index * size, (index + 1) * size);
    row.set(given);
    if (signedSqrt) takeSignedRoots(row);
    if (distance === "cosine") scaleToUnit(row);
    prepared.push(row);
    await pause.ifDue();
  }
  return prepared;
}

function takeSignedRoots(row: Float32Array): void {
  for (let at = 0; at < row.length; at++) {
    row[at] = Math.sign(row[at]!) * Math.sqrt(Math.abs(row[at]!));
  }
}

function scaleToUnit(row: Float32Array): void {
  let square = 0;
  for (const value of row) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (let at = 0; at < row.length; at++) row[at]! /= length;
}
