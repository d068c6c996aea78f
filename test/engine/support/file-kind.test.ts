import { expect, test } from "vitest";
import {
  extensionOf,
  fileKind,
  isLibraryName,
  isPhotoName,
} from "../../../electron/engine/support/file-kind.ts";

test.each([
  "a.jpg",
  "B.JPEG",
  "c d.HeIc",
  "x.y.png",
  "shot.NEF",
  "old.tiff",
  "anim.webp",
  "new.jxl",
  "clip.MP4",
])("%s is a photo's name", (name) => {
  expect(isPhotoName(name)).toBe(true);
});

test.each(["notes.txt", "drawing.svg", "a.xmp", "jpg", ".jpg", "photo.jpg.part", "._holiday.jpg"])(
  "%s is not a photo's name",
  (name) => {
    expect(isPhotoName(name)).toBe(false);
  },
);

test("an extension is lower case and has no dot", () => {
  expect(["a.JPG", "noextension", ".hidden", "a.tar.gz"].map(extensionOf)).toEqual([
    "jpg",
    "",
    "",
    "gz",
  ]);
});

test("a sidecar is no photo, and a scan sees it all the same", () => {
  const names = ["a.jpg", "a.NEF", "a.mov", "a.jpg.xmp", "a.AAE", "a.THM", "a.txt", "._a.jpg"];

  expect(names.map(fileKind)).toEqual([
    "image",
    "raw",
    "video",
    "sidecar",
    "sidecar",
    "sidecar",
    undefined,
    undefined,
  ]);
  expect(names.filter(isLibraryName)).toEqual(names.slice(0, 6));
});
