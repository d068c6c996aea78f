import { expect, test } from "vitest";
import {
  prepareRows as prepare,
  type RowOptions,
} from "../../../electron/engine/evaluation/prepare-rows.ts";
import { Pause } from "../../../electron/engine/evaluation/pause.ts";

const prepareRows = (given: readonly Float32Array[], options: RowOptions) =>
  prepare(given, options, new Pause(20));

const rows = [Float32Array.of(9, -16), Float32Array.of(0, 4)];

test("for cosine every row gets unit length", async () => {
  expect(
    await prepareRows([Float32Array.of(3, -4)], { distance: "cosine", signedSqrt: false }),
  ).toEqual([Float32Array.of(0.6, -0.8)]);
});

test("the signed square root keeps the sign", async () => {
  expect(await prepareRows(rows, { distance: "manhattan", signedSqrt: true })).toEqual([
    Float32Array.of(3, -4),
    Float32Array.of(0, 2),
  ]);
});

test("the signed square root comes before unit length", async () => {
  expect(await prepareRows(rows, { distance: "cosine", signedSqrt: true })).toEqual([
    Float32Array.of(0.6, -0.8),
    Float32Array.of(0, 1),
  ]);
});

test("other distances compare the numbers as they are", async () => {
  expect(await prepareRows(rows, { distance: "euclidean", signedSqrt: false })).toEqual(rows);
});

test("zeros have no direction and stay zeros", async () => {
  expect(
    await prepareRows([new Float32Array(3)], { distance: "cosine", signedSqrt: true }),
  ).toEqual([new Float32Array(3)]);
});

test("what was given is not changed", async () => {
  const given = Float32Array.of(9, -16);

  await prepareRows([given], { distance: "cosine", signedSqrt: true });

  expect(given).toEqual(Float32Array.of(9, -16));
});
