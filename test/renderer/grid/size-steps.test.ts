import { expect, test } from "vitest";
import { defaultSize, stepSize } from "../../../renderer/src/grid/layout/size-steps.ts";

test("steps go up and down and stop at the ends", () => {
  expect([stepSize(220, 1), stepSize(220, -1), stepSize(376, 1), stepSize(72, -1)]).toEqual([
    288, 168, 376, 72,
  ]);
});

test("a size between the steps goes to the nearest step in that direction", () => {
  expect([stepSize(110, 1), stepSize(110, -1)]).toEqual([128, 96]);
});

test("small windows begin with small rows", () => {
  expect([defaultSize(390), defaultSize(780), defaultSize(1156)]).toEqual([110, 168, 220]);
});
