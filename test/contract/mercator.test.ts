import { expect, test } from "vitest";
import {
  fromMercatorX,
  fromMercatorY,
  toMercatorX,
  toMercatorY,
} from "../../electron/contract/mercator.ts";

test("places come back from the map as they were", () => {
  for (const [latitude, longitude] of [
    [38.7139, -9.1334],
    [-80, 179.5],
    [0, -180],
    [85, 0],
  ] as const) {
    expect(fromMercatorX(toMercatorX(longitude))).toBeCloseTo(longitude, 9);
    expect(fromMercatorY(toMercatorY(latitude))).toBeCloseTo(latitude, 9);
  }
});

test("the map is a square: its edges are the antimeridian and 85.05 degrees, its middle is at 0, 0", () => {
  expect([toMercatorX(-180), toMercatorX(0), toMercatorX(180)]).toEqual([0, 0.5, 1]);
  expect(toMercatorY(90)).toBeCloseTo(0, 12);
  expect(toMercatorY(0)).toBe(0.5);
  expect(toMercatorY(-90)).toBeCloseTo(1, 12);
  expect(fromMercatorX(1.25)).toBe(-90);
});
