import { expect, test } from "vitest";
import {
  exceedsPreview,
  hasOriginal,
  hasShapeOf,
  mayMove,
} from "../../../renderer/src/viewer/original.ts";

const photo = {
  kind: "photo",
  state: "indexed",
  isMissing: false,
  name: "IMG_1.JPG",
  widthPx: 6000,
  heightPx: 4000,
} as const;

test("a file that browsers show can stand for its preview", () => {
  const shown = ["a.JPG", "a.jpeg", "a.png", "a.webp", "a.gif", "a.avif", "a.bmp"];
  const hidden = ["a.heic", "a.tif", "a.dng", "a.jxl", "jpg"];

  expect(shown.filter((name) => hasOriginal({ ...photo, name }))).toEqual(shown);
  expect(hidden.filter((name) => hasOriginal({ ...photo, name }))).toEqual([]);
});

test("what is failed, missing, a film, unread or larger than a browser may hold cannot", () => {
  expect(hasOriginal({ ...photo, state: "failed" })).toBe(false);
  expect(hasOriginal({ ...photo, isMissing: true })).toBe(false);
  expect(hasOriginal({ ...photo, kind: "video" })).toBe(false);
  expect(hasOriginal({ ...photo, widthPx: null })).toBe(false);
  expect(hasOriginal({ ...photo, widthPx: 20_000, heightPx: 10_000 })).toBe(false);
});

test("only formats that can be animated may move", () => {
  expect(mayMove({ ...photo, name: "dance.gif" })).toBe(true);
  expect(mayMove(photo)).toBe(false);
});

test("the file shows more from where the preview has no more pixels", () => {
  expect(exceedsPreview(photo, { widthPx: 2048 })).toBe(false);
  expect(exceedsPreview(photo, { widthPx: 2100 })).toBe(true);
  const tall = { widthPx: 4000, heightPx: 6000 };
  expect(exceedsPreview(tall, { widthPx: 1360 })).toBe(false);
  expect(exceedsPreview(tall, { widthPx: 1400 })).toBe(true);
  // Of this one the preview has them all.
  expect(exceedsPreview({ widthPx: 2000, heightPx: 1000 }, { widthPx: 16_000 })).toBe(false);
});

test("a picture that is turned another way is another", () => {
  expect(hasShapeOf({ widthPx: 3000, heightPx: 2000 }, { widthPx: 6000, heightPx: 4001 })).toBe(
    true,
  );
  expect(hasShapeOf({ widthPx: 2000, heightPx: 3000 }, { widthPx: 6000, heightPx: 4000 })).toBe(
    false,
  );
});
