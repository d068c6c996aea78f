import { expect, test } from "vitest";
import { cosine, toUnitLength } from "../../../electron/engine/inference/normalise.ts";

test("features keep their direction and get length 1", () => {
  expect([...toUnitLength(Float32Array.of(3, 4))]).toEqual([
    expect.closeTo(0.6),
    expect.closeTo(0.8),
  ]);
});

test("features without a direction stay zeros", () => {
  expect(toUnitLength(new Float32Array(3))).toEqual(new Float32Array(3));
});

test("the cosine is 1 for one direction, 0 across and −1 against", () => {
  const east = Float32Array.of(2, 0);

  expect(
    [Float32Array.of(9, 0), Float32Array.of(0, 1), Float32Array.of(-1, 0)].map((b) =>
      cosine(east, b),
    ),
  ).toEqual([1, 0, -1]);
});
