import { expect, test } from "vitest";
import {
  indexingSize,
  previewSize,
  thumbnailSize,
} from "../../../electron/engine/imaging/target-size.ts";

function size(widthPx: number, heightPx: number): { widthPx: number; heightPx: number } {
  return { widthPx, heightPx };
}

test("a photo is decoded so that its short side is twice what the model needs", () => {
  expect(indexingSize(size(4000, 3000), 146)).toEqual(size(389, 292));
  expect(indexingSize(size(3000, 4000), 256)).toEqual(size(512, 683));
});

test("a short side is never less than a thumbnail's", () => {
  expect(indexingSize(size(4000, 4000), 64)).toEqual(size(256, 256));
});

test("a panorama keeps its short side until its long side is 8192", () => {
  expect(indexingSize(size(20_000, 1000), 146)).toEqual(size(5840, 292));
  expect(indexingSize(size(100_000, 1000), 146)).toEqual(size(8192, 82));
});

test("nothing is enlarged", () => {
  const small = size(40, 30);
  expect([indexingSize(small, 146), thumbnailSize(small), previewSize(small)]).toEqual([
    small,
    small,
    small,
  ]);
});

test("a thumbnail's short side is at most 256 and its long side at most 1024", () => {
  expect(thumbnailSize(size(389, 292))).toEqual(size(341, 256));
  expect(thumbnailSize(size(5840, 292))).toEqual(size(1024, 51));
});

test("a preview's long side is at most 2048, and no side vanishes", () => {
  expect(previewSize(size(6000, 4000))).toEqual(size(2048, 1365));
  expect(previewSize(size(90_000, 3))).toEqual(size(2048, 1));
});
