import { expect, test } from "vitest";
import { turnTensor, type QuarterTurns } from "../../../electron/engine/inference/turn-tensor.ts";

test.for<[QuarterTurns, number[]]>([
  [0, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [1, [7, 4, 1, 8, 5, 2, 9, 6, 3]],
  [2, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
  [3, [3, 6, 9, 2, 5, 8, 1, 4, 7]],
])("%d quarter turns are clockwise, in every plane", ([turns, turned]) => {
  const tensor = Float32Array.of(...[1, 2, 3, 4, 5, 6, 7, 8, 9], ...[1, 2, 3, 4, 5, 6, 7, 8, 9]);

  turnTensor(tensor, 3, turns);

  expect([...tensor]).toEqual([...turned, ...turned]);
});

test("sides of an even number of pixels turn too", () => {
  const tensor = Float32Array.of(1, 2, 3, 4);

  turnTensor(tensor, 2, 1);

  expect([...tensor]).toEqual([3, 1, 4, 2]);
});
