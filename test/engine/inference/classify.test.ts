import { expect, test } from "vitest";
import { toProbabilities } from "../../../electron/engine/inference/classify.ts";

test("scores become probabilities, and large ones do not overflow", () => {
  expect(toProbabilities(Float32Array.of(1000, 999), 1)[0]).toBeCloseTo(0.731, 3);
});

test("a higher temperature is less sure", () => {
  expect(toProbabilities(Float32Array.of(2, 0), 2)[0]).toBeCloseTo(0.731, 3);
});

test("scores that are probabilities already stay as they are", () => {
  const scores = Float32Array.of(0.25, 0.75);

  expect(toProbabilities(scores, 1)).toEqual(scores);
});
