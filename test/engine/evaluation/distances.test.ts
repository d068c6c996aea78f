import { describe, expect, test } from "vitest";
import { pairDistances } from "../../../electron/engine/evaluation/distances.ts";

/** Of unit length; five numbers, so that one is left over from four abreast. */
const one = Float32Array.of(0.5, 0.5, 0.5, 0, 0.5);
const other = Float32Array.of(0.5, -0.5, 0.5, 0.5, 0);

test("the cosine distance is 1 minus the product", () => {
  expect(pairDistances.cosine(one, other)).toBeCloseTo(1 - 0.25, 12);
});

test("the euclidean distance is the length of the difference", () => {
  expect(pairDistances.euclidean(one, other)).toBeCloseTo(Math.sqrt(1.5), 12);
});

test("the manhattan distance is the sum of all differences", () => {
  expect(pairDistances.manhattan(one, other)).toBeCloseTo(2, 12);
});

test("the chebyshev distance is the largest difference", () => {
  expect(pairDistances.chebyshev(one, other)).toBeCloseTo(1, 12);
});

describe.each(Object.entries(pairDistances))("the %s distance", (_name, between) => {
  test("is 0 to itself and the same both ways", () => {
    expect(between(one, one)).toBeCloseTo(0, 12);
    expect(between(one, other)).toBe(between(other, one));
  });

  test("counts every number of a vector of any size", () => {
    for (let size = 1; size <= 9; size++) {
      for (let at = 0; at < size; at++) {
        const zero = new Float32Array(size);
        const unit = new Float32Array(size);
        unit[at] = 1;
        expect(between(zero, unit)).toBe(1);
      }
    }
  });
});
