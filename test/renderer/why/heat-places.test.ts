import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { HeatMap } from "../../../electron/contract/similar.ts";
import { explainedText, hotZones, placesText } from "../../../renderer/src/why/heat-places.ts";
import { heatColour } from "../../../renderer/src/why/heat-picture.ts";

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

function map(heat: readonly number[], area = WHOLE): HeatMap {
  return { area, rows: 3, columns: 3, heat: [...heat] };
}

test("the hottest parts of a photo are named, the hottest first", () => {
  expect(hotZones(map([1, 0, 0, 0, 0.8, 0, 0, 0, 0.5]))).toEqual(["upper-left", "centre"]);
  expect(placesText(map([1, 0, 0, 0, 0.8, 0, 0, 0, 0.5]))).toBe("Mostly upper left and centre.");
});

test("what is hot nearly everywhere is hot all over, and what is cold is nowhere", () => {
  expect(placesText(map([1, 1, 1, 1, 0.9, 1, 0, 0, 0]))).toBe("All over the photo.");
  expect(placesText(map([0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe("Nowhere in particular.");
});

test("the part that the model looked at is placed in the photo as it is shown", () => {
  const right = { x: 0.7, y: 0, width: 0.3, height: 0.3 };

  expect(hotZones(map([1, 0, 0, 0, 0, 0, 0, 0, 0], right))).toEqual(["upper-right"]);
});

test("a screen reader hears where it is in each picture", () => {
  const [one, other] = ["IMG_1.jpg", "IMG_2.jpg"].map((name, at) => ({
    of: { photo: (at + 1) as PhotoId },
    key: name,
    name,
    thumbnail: undefined,
    preview: undefined,
  }));
  const question = { photo: one!, examples: [other!], depth: 1 };
  const left = map([0, 0, 0, 1, 0, 0, 0, 0, 0]);
  const right = map([0, 0, 0, 0, 0, 1, 0, 0, 0]);

  const text = explainedText(question, other, { photo: left, example: right, similarity: 0.8 });

  expect(text).toBe("IMG_1.jpg: Mostly left. IMG_2.jpg: Mostly right.");
});

test("more heat is lighter, in even steps of one hue", () => {
  const colours = [0, 0.5, 1].map(heatColour);

  expect(colours).toEqual([
    "oklch(0.220 0.050 350)",
    "oklch(0.510 0.125 350)",
    "oklch(0.800 0.200 350)",
  ]);
});
