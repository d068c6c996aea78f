import { expect, test } from "vitest";
import type { ModelInput } from "../../../electron/engine/inference/models/model-card.ts";
import { tensorLength, writeTensor } from "../../../electron/engine/inference/preprocess.ts";
import type { DecodedImage } from "../../../electron/engine/imaging/decoded-image.ts";

function inputOf(sizePx: number, resizePx: number): ModelInput {
  return { name: "data", sizePx, resizePx, crop: "centre", mean: [0, 0, 0], std: [1, 1, 1] };
}

function tensorOf(image: DecodedImage, input: ModelInput): number[] {
  const tensor = new Float32Array(tensorLength(input));
  writeTensor(image, input, tensor);
  return [...tensor].map((value) => Math.round(value * 255));
}

/** Red counts the columns, green the rows, blue is 7. */
function ruler(widthPx: number, heightPx: number): DecodedImage {
  const cells = Array.from({ length: widthPx * heightPx }, (_, cell) => [
    cell % widthPx,
    Math.floor(cell / widthPx),
    7,
  ]);
  return { pixels: Uint8Array.from(cells.flat()), widthPx, heightPx };
}

test("interleaved pixels become one plane per channel", () => {
  expect(tensorOf(ruler(2, 2), inputOf(2, 2))).toEqual([
    0, 1, 0, 1, /* green */ 0, 0, 1, 1, /* blue */ 7, 7, 7, 7,
  ]);
});

test("the crop is taken from the middle of the long side", () => {
  const [red] = [tensorOf(ruler(6, 2), inputOf(2, 2)).slice(0, 4)];
  const green = tensorOf(ruler(2, 6), inputOf(2, 2)).slice(4, 8);

  expect({ red, green }).toEqual({ red: [2, 3, 2, 3], green: [2, 2, 3, 3] });
});

test("a reduced picture averages with a triangle twice as wide as a pixel, as Pillow does", () => {
  // 4 → 2: weights 0.75, 0.75, 0.25 of the first three pixels, over their sum 1.75.
  const row = {
    pixels: Uint8Array.from([0, 100, 200, 250].flatMap((v) => [v, v, v])),
    widthPx: 4,
    heightPx: 1,
  };
  const square = {
    ...row,
    pixels: Uint8Array.from([...row.pixels, ...row.pixels, ...row.pixels, ...row.pixels]),
    heightPx: 4,
  };

  expect(tensorOf(square, inputOf(2, 2)).slice(0, 2)).toEqual([71, 207]);
});

test("a picture that is too small is enlarged", () => {
  expect(
    tensorOf({ pixels: Uint8Array.of(9, 8, 7), widthPx: 1, heightPx: 1 }, inputOf(2, 2)),
  ).toEqual([9, 9, 9, 9, 8, 8, 8, 8, 7, 7, 7, 7]);
});

test("each channel is normalised with its own statistics", () => {
  const tensor = new Float32Array(3);
  const input: ModelInput = { ...inputOf(1, 1), mean: [0.5, 0, 0], std: [0.5, 0.25, 1] };

  writeTensor({ pixels: Uint8Array.of(255, 255, 255), widthPx: 1, heightPx: 1 }, input, tensor);

  expect([...tensor]).toEqual([1, 4, 1]);
});
