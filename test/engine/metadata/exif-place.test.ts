import { expect, test } from "vitest";
import { toAltitude, toDegrees } from "../../../electron/engine/metadata/exif-place.ts";

test("degrees, minutes and seconds become signed degrees", () => {
  expect(toDegrees([43, 28, 2.814], "N", 90)).toBeCloseTo(43.467448, 6);
  expect(toDegrees([73, 59.1], "W\0", 180)).toBeCloseTo(-73.985, 6);
  expect(toDegrees([0, 0, 0], "S", 90)).toBeCloseTo(0);
});

test.each([
  [[Number.NaN, 0, 0], "N"],
  [[10, Infinity, 0], "N"],
  [[91, 0, 0], "N"],
  [[10, 61, 0], "N"],
  [[-10, 0, 0], "N"],
  [[], "N"],
  [10, "N"],
  [[10, 0, 0], ""],
  [[10, 0, 0], undefined],
])("%j %j is nowhere", (parts, hemisphere) => {
  expect(toDegrees(parts, hemisphere, 90)).toBeUndefined();
});

test.each([
  [430, 0, 430],
  [430, 1, -430],
  [430, Buffer.from([1]), -430],
  [430, undefined, 430],
  [Number.NaN, 0, undefined],
  ["high", 0, undefined],
])("a height of %j with the reference %j is %j", (metres, reference, altitudeM) => {
  expect(toAltitude(metres, reference)).toBe(altitudeM);
});
