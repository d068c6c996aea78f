import { expect, test } from "vitest";
import { recallOf } from "../../../electron/engine/vectors/measure-search.ts";

const list = (...pairs: [string, number][]) =>
  pairs.map(([fingerprint, distance]) => ({ fingerprint, distance }));

test("recall is the mean share of the truly nearest that were found", () => {
  const truth = [list(["a", 0], ["b", 0.1]), list(["c", 0], ["d", 0.1])];
  const found = [list(["a", 0], ["x", 0.3]), list(["d", 0.1], ["c", 0])];

  expect(recallOf(found, truth, 2).mean).toBe(0.75);
  expect(recallOf(found, truth, 1).mean).toBe(0.5);
});

test("a row that is as near as the last of the truly nearest is as good", () => {
  const truth = [list(["a", 0], ["b", 0.1])];

  expect(recallOf([list(["a", 0], ["copy of b", 0.1])], truth, 2).mean).toBe(1);
});

test("a short table is found whole", () => {
  expect(recallOf([list(["a", 0])], [list(["a", 0])], 100).mean).toBe(1);
  expect(recallOf([[]], [[]], 100).mean).toBe(1);
});

test("the fewer questions agree, the less is sure", () => {
  const truth = Array.from({ length: 100 }, () => list(["a", 0], ["b", 0.1]));
  const [whole, half] = [list(["a", 0], ["b", 0.1]), list(["a", 0], ["x", 0.5])];
  const alike = truth.map(() => whole);
  const mixed = truth.map((_, index) => (index % 2 === 0 ? whole : half));

  expect(recallOf(alike, truth, 2)).toEqual({ mean: 1, surely: 1 });
  const { mean, surely } = recallOf(mixed, truth, 2);
  expect([mean, surely]).toEqual([0.75, 0.7]);
});
