import { expect, test } from "vitest";
import {
  defaultSize,
  fitSize,
  placeOfSize,
  sizesFor,
  stepSize,
  TWO_PER_ROW,
} from "../../../renderer/src/grid/layout/size-steps.ts";

const sizes = sizesFor(1408);

test("sizes go from a contact sheet to two photos per row", () => {
  expect(sizes).toEqual([72, 96, 128, 168, 220, 288, 376, TWO_PER_ROW]);
});

test("steps go up and down and stop at the ends", () => {
  const steps = [
    stepSize(220, 1, sizes),
    stepSize(220, -1, sizes),
    stepSize(376, 1, sizes),
    stepSize(TWO_PER_ROW, 1, sizes),
    stepSize(TWO_PER_ROW, -1, sizes),
    stepSize(72, -1, sizes),
  ];

  expect(steps).toEqual([288, 168, TWO_PER_ROW, TWO_PER_ROW, 376, 72]);
});

test("a size between the steps goes to the nearest step in that direction", () => {
  expect([stepSize(110, 1, sizes), stepSize(110, -1, sizes)]).toEqual([128, 96]);
  expect([placeOfSize(110, sizes), placeOfSize(TWO_PER_ROW, sizes)]).toEqual([1, 7]);
});

test("a narrow grid offers no rows into which two photos would not go", () => {
  expect(sizesFor(382)).toEqual([72, 96, TWO_PER_ROW]);
  expect([fitSize(288, 382), fitSize(96, 382), fitSize(288, 1408)]).toEqual([TWO_PER_ROW, 96, 288]);
});

test("small windows begin with small rows", () => {
  expect([defaultSize(390), defaultSize(780), defaultSize(1156)]).toEqual([110, 168, 220]);
});
