import { describe, expect, test } from "vitest";
import {
  averagePrecision,
  interpolatedPrecision,
  precisionAt,
} from "../../../electron/engine/evaluation/measures.ts";

/** A judged answer as textbooks write it: R is relevant, N is not; the best is on the left. */
function ranksOf(judged: string): number[] {
  return judged
    .replaceAll(" ", "")
    .split("")
    .flatMap((letter, at) => (letter === "R" ? [at + 1] : []));
}

describe("the exercises of Introduction to Information Retrieval", () => {
  test("8.8: four relevant documents, two systems", () => {
    const one = ranksOf("R N R N N  N N N R R");
    const two = ranksOf("N R N N R  R R N N N");

    expect(averagePrecision(one, 4)).toBeCloseTo((1 + 2 / 3 + 3 / 9 + 4 / 10) / 4, 12);
    expect(averagePrecision(one, 4)).toBeCloseTo(0.6, 12);
    expect(averagePrecision(two, 4)).toBeCloseTo((1 / 2 + 2 / 5 + 3 / 6 + 4 / 7) / 4, 12);
    expect(averagePrecision(two, 4)).toBeCloseTo(0.493, 3);
  });

  describe("8.9: eight relevant documents, six of them among the first twenty", () => {
    const ranks = ranksOf("R R N N N  N N N R N  R N N N R  N N N N R");

    test("precision of the first 20", () => {
      expect(precisionAt(ranks, 20)).toBeCloseTo(0.3, 12);
    });

    test("interpolated precision at recall 0.2 is 1, and from 0.3 on 4/11 where later ones are better", () => {
      const curve = interpolatedPrecision(ranks, 8);

      expect(curve[2]).toBe(1);
      expect(curve[3]).toBeCloseTo(4 / 11, 12);
      expect(curve[5]).toBeCloseTo(4 / 11, 12);
      expect(curve[6]).toBeCloseTo(5 / 15, 12);
      expect(curve[7]).toBeCloseTo(6 / 20, 12);
      expect(curve.slice(8)).toEqual([0, 0, 0]);
    });

    test("average precision, were these twenty all: 0.555", () => {
      expect(averagePrecision(ranks)).toBeCloseTo(0.555, 3);
    });
  });
});

test("an answer with all relevant files first is perfect in every measure", () => {
  expect(averagePrecision([1, 2, 3])).toBe(1);
  expect(precisionAt([1, 2, 3], 3)).toBe(1);
  expect(interpolatedPrecision([1, 2, 3])).toEqual(new Array(11).fill(1));
});

test("precision at k divides by k, even where there are fewer relevant files", () => {
  expect([1, 5, 10].map((k) => precisionAt([1, 4], k))).toEqual([1, 2 / 5, 2 / 10]);
});

test("a recall of three tenths of ten files is reached with the third", () => {
  const ranks = [1, 2, 3, 20, 21, 22, 23, 24, 25, 26];

  expect(interpolatedPrecision(ranks)[3]).toBe(1);
  expect(interpolatedPrecision(ranks)[4]).toBeCloseTo(10 / 26, 12);
});
