import { expect, test } from "vitest";
import { dominantColour } from "../../../electron/engine/imaging/colour.ts";

function imageOf(...colours: readonly (readonly [red: number, green: number, blue: number])[]) {
  return { pixels: Uint8Array.from(colours.flat()), widthPx: colours.length, heightPx: 1 };
}

test("one colour is the dominant one, exactly", () => {
  expect(dominantColour(imageOf([1, 2, 254]))).toBe("#0102fe");
});

test("the most frequent colour wins over the average", () => {
  expect(dominantColour(imageOf([200, 0, 0], [200, 0, 0], [0, 0, 255]))).toBe("#c80000");
});

test("shades of the dominant colour are averaged", () => {
  expect(dominantColour(imageOf([16, 32, 48], [18, 34, 50], [255, 255, 255]))).toBe("#112131");
});
