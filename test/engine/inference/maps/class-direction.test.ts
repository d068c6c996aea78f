import { expect, test } from "vitest";
import { toDirection } from "../../../../electron/engine/inference/maps/class-direction.ts";

/** Three classes over two channels. */
const ROWS = Float32Array.of(1, 2, 3, 4, 8, 0);
const COLUMNS = Float32Array.of(1, 3, 8, 2, 4, 0);
const NONE = expect.closeTo(0, 12) as number;
const even = Float32Array.of(0.2, 0.3, 0.5);

test("what a class has that all have is none of its own", () => {
  const asked = { classes: [0], probabilities: even };

  expect([...toDirection({ weights: ROWS, isClassFirst: true }, asked)]).toEqual([-3, NONE]);
  expect([...toDirection({ weights: COLUMNS, isClassFirst: false }, asked)]).toEqual([-3, NONE]);
});

test("of a family the likely classes count more; where none is likely, all alike", () => {
  const layer = { weights: ROWS, isClassFirst: true };
  const likely = toDirection(layer, {
    classes: [0, 1],
    probabilities: Float32Array.of(0.75, 0.25, 0),
  });
  const unlikely = toDirection(layer, {
    classes: [0, 1],
    probabilities: Float32Array.of(0, 0, 1),
  });

  expect([...likely]).toEqual([-2.5, 0.5]);
  expect([...unlikely]).toEqual([-2, 1]);
});

test("8-bit weights are read with the scale and the zero of each class, or of all", () => {
  const asked = { classes: [2], probabilities: even };
  const coded = { weights: Float32Array.of(11, 12, 13, 14, 18, 10), isClassFirst: true };

  const each = { scale: Float32Array.of(1, 1, 2), zeroPoint: Float32Array.of(10, 10, 10) };
  expect([...toDirection({ ...coded, ...each }, asked)]).toEqual([
    expect.closeTo(16 - 20 / 3, 5),
    -2,
  ]);
  const all = { scale: Float32Array.of(2), zeroPoint: Float32Array.of(10) };
  expect([...toDirection({ ...coded, ...all }, asked)]).toEqual([8, -4]);
});
