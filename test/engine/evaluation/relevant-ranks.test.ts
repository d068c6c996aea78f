import { describe, expect, test } from "vitest";
import { relevantRanks } from "../../../electron/engine/evaluation/relevant-ranks.ts";

function ranks(distances: readonly number[], labels: readonly number[], query = 0): number[] {
  return [
    ...relevantRanks({
      distances: Float64Array.from(distances),
      labels: Int32Array.from(labels),
      query,
    }),
  ];
}

test("relevant files are ranked among all but the query", () => {
  //             query    3rd  1st  2nd  4th
  expect(ranks([0, 0.6, 0.2, 0.5, 0.9], [7, 7, 7, 1, 2])).toEqual([1, 3]);
});

describe("of files at equal distances", () => {
  test("those with other labels come first", () => {
    expect(ranks([0, 0.5, 0.5, 0.5], [1, 1, 2, 3])).toEqual([3]);
  });

  test("the order of the list has no say", () => {
    expect(ranks([0, 0.5, 0.5, 0.5, 0.1], [1, 1, 2, 1, 1])).toEqual([1, 3, 4]);
    expect(ranks([0, 0.5, 0.5, 0.5, 0.1], [1, 2, 1, 1, 1])).toEqual([1, 3, 4]);
  });

  test("a model that finds everything equally far gets no credit", () => {
    expect(ranks([0, 0, 0, 0, 0, 0], [1, 1, 1, 2, 2, 2])).toEqual([4, 5]);
  });
});

test("a query in the middle of the list is left out of its own answer", () => {
  expect(ranks([0.3, 0, 0.1], [1, 1, 2], 1)).toEqual([2]);
});

test("a file that is alone with its label has no ranks", () => {
  expect(ranks([0, 0.1, 0.2], [1, 2, 2])).toEqual([]);
});

test("the ranks are those of a plain sort", () => {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 50; round++) {
    const labels = Array.from({ length: 60 }, () => Math.floor(random() * 4));
    const distances = labels.map(() => Math.floor(random() * 20) / 10);
    const query = Math.floor(random() * labels.length);
    const isRelevant = (file: number) => labels[file] === labels[query];

    const sorted = [...labels.keys()]
      .filter((file) => file !== query)
      .sort(
        (a, b) => distances[a]! - distances[b]! || Number(isRelevant(a)) - Number(isRelevant(b)),
      );
    const expected = sorted.flatMap((file, at) => (isRelevant(file) ? [at + 1] : []));

    expect(ranks(distances, labels, query)).toEqual(expected);
  }
});
