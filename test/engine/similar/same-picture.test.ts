import { expect, test } from "vitest";
import { greyPicture } from "../../../electron/engine/imaging/grey-picture.ts";
import {
  GREY_PX,
  isSamePicture,
  type GreyPicture,
} from "../../../electron/engine/similar/same-picture.ts";

const SIZE_PX = 160;

/** Lightness from 0 to 1 of a place in fractions of a picture. */
type Scene = (x: number, y: number) => number;

function photograph(scene: Scene): GreyPicture {
  const pixels = new Uint8Array(SIZE_PX * SIZE_PX * 3);
  for (let at = 0; at < SIZE_PX * SIZE_PX; at++) {
    const light = scene((at % SIZE_PX) / SIZE_PX, Math.floor(at / SIZE_PX) / SIZE_PX);
    pixels.fill(Math.round(255 * Math.max(0, Math.min(1, light))), at * 3, at * 3 + 3);
  }
  return greyPicture({ pixels, widthPx: SIZE_PX, heightPx: SIZE_PX }, GREY_PX);
}

/** Blots of light and dark, elsewhere for each seed. */
function blots(seed: number): Scene {
  const places = Array.from({ length: 14 }, (_, at) => {
    const part = (n: number) =>
      Math.abs(Math.sin((seed + 1) * 12.9898 * (at + 1) * n) * 43758.5453) % 1;
    return { x: part(1), y: part(2), size: 0.05 + 0.2 * part(3), light: part(4) - 0.5 };
  });
  return (x, y) =>
    places.reduce(
      (sum, blot) =>
        sum + blot.light * Math.exp(-((x - blot.x) ** 2 + (y - blot.y) ** 2) / blot.size ** 2),
      0.5,
    );
}

const scene = blots(1);
const picture = photograph(scene);

test.each<readonly [string, Scene]>([
  ["itself", scene],
  ["brighter and paler", (x, y) => 0.3 + 0.6 * scene(x, y)],
  ["turned by a quarter", (x, y) => scene(y, 1 - x)],
  ["turned by a half", (x, y) => scene(1 - x, 1 - y)],
  ["turned by three quarters", (x, y) => scene(1 - y, x)],
  ["mirrored", (x, y) => scene(1 - x, y)],
  ["mirrored and turned", (x, y) => scene(y, x)],
  ["cropped to eight tenths", (x, y) => scene(0.12 + 0.8 * x, 0.07 + 0.8 * y)],
  ["cropped above and below", (x, y) => scene(x, 0.1 + 0.8 * y)],
  ["framed a little otherwise", (x, y) => scene(x + 0.03, y - 0.02)],
])("a picture is the same %s, from either side", (_, changed) => {
  const other = photograph(changed);

  expect([isSamePicture(picture, other), isSamePicture(other, picture)]).toEqual([true, true]);
});

test("pictures whose light lies elsewhere are not the same, whatever they are of", () => {
  const others = Array.from({ length: 20 }, (_, at) => photograph(blots(at + 2)));

  expect(others.filter((other) => isSamePicture(picture, other))).toEqual([]);
});

test("a picture without light and dark is the same as one of the same grey alone", () => {
  const [grey, almost, white] = [0.5, 0.52, 1].map((light) => photograph(() => light));

  expect([almost, white, picture].map((other) => isSamePicture(grey!, other!))).toEqual([
    true,
    false,
    false,
  ]);
});

test("a grey picture is the mean of what lies under each of its pixels, also of a picture that is smaller", () => {
  const black = [0, 0, 0];
  const white = [255, 255, 255];
  const pixels = Uint8Array.from([...black, ...white, ...white, ...white]);

  const half = greyPicture({ pixels, widthPx: 4, heightPx: 1 }, 2);
  const larger = greyPicture({ pixels: pixels.subarray(0, 6), widthPx: 2, heightPx: 1 }, 4);

  expect([...half]).toEqual([128, 255, 128, 255]);
  expect([...larger.subarray(0, 4)]).toEqual([0, 0, 255, 255]);
});
