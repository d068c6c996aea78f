import { expect, test } from "vitest";
import { extensionOf, isPhotoName } from "../../../electron/engine/imaging/supported-files.ts";

test.each([
  "a.jpg",
  "B.JPEG",
  "c d.HeIc",
  "x.y.png",
  "shot.NEF",
  "old.tiff",
  "anim.webp",
  "new.jxl",
])("%s is a photo's name", (name) => {
  expect(isPhotoName(name)).toBe(true);
});

test.each([
  "notes.txt",
  "drawing.svg",
  "clip.mp4",
  "jpg",
  ".jpg",
  "photo.jpg.part",
  "._holiday.jpg",
])("%s is not a photo's name", (name) => {
  expect(isPhotoName(name)).toBe(false);
});

test("an extension is lower case and has no dot", () => {
  expect(["a.JPG", "noextension", ".hidden", "a.tar.gz"].map(extensionOf)).toEqual([
    "jpg",
    "",
    "",
    "gz",
  ]);
});
