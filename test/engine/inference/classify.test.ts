import { expect, test } from "vitest";
import { toLogits, toProbabilities } from "../../../electron/engine/inference/classify.ts";

test("scores become probabilities, and large ones do not overflow", () => {
  expect(toProbabilities(Float32Array.of(1000, 999), 1)[0]).toBeCloseTo(0.731, 3);
});

test("a higher temperature is less sure", () => {
  expect(toProbabilities(Float32Array.of(2, 0), 2)[0]).toBeCloseTo(0.731, 3);
});

test("what a softmax has made of scores becomes the same probabilities again", () => {
  const scores = Float32Array.of(3, 1, -2);
  const probabilities = toProbabilities(scores, 1);

  expect([...toProbabilities(toLogits(probabilities), 1)]).toEqual(
    [...probabilities].map((each) => expect.closeTo(each, 6) as number),
  );
  expect([...toProbabilities(toLogits(probabilities), 2)]).toEqual(
    [...toProbabilities(scores, 2)].map((each) => expect.closeTo(each, 6) as number),
  );
});

test("a probability of 0 is no fault", () => {
  const [none, all] = toProbabilities(toLogits(Float32Array.of(0, 1)), 1);

  expect([none, all]).toEqual([expect.closeTo(0, 30), 1]);
});
