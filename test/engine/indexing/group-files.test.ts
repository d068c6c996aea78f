import { expect, test } from "vitest";
import { groupFiles } from "../../../electron/engine/indexing/group-files.ts";

/** Each photo as "shown: role name, role name". */
function group(...names: (string | { readonly name: string; readonly sizeBytes: number })[]) {
  const files = names.map((file) =>
    typeof file === "string" ? { name: file, sizeBytes: 1000 } : file,
  );
  return groupFiles(files).map(({ main, companions }) => {
    const others = companions.map(({ role, name }) => `${role} ${name}`).join(", ");
    return others === "" ? main.name : `${main.name}: ${others}`;
  });
}

test.each(["IMG.JPG", "IMG.jpeg", "img.heic", "IMG.HIF"])("%s shows a RAW of its stem", (image) => {
  expect(group("IMG.CR2", image)).toEqual([`${image}: raw IMG.CR2`]);
});

test("a RAW alone is a photo", () => {
  expect(group("a.NEF", "b.jpg")).toEqual(["a.NEF", "b.jpg"]);
});

test("two images of one stem are two photos, and so are two RAWs", () => {
  expect(group("IMG_1.jpg", "IMG_1.png", "IMG_1.webp")).toEqual([
    "IMG_1.jpg",
    "IMG_1.png",
    "IMG_1.webp",
  ]);
  expect(group("a.cr2", "a.dng")).toEqual(["a.cr2", "a.dng"]);
});

test("a RAW belongs to no picture that a camera does not write", () => {
  expect(group("a.cr2", "a.png", "a.tif")).toEqual(["a.cr2", "a.png", "a.tif"]);
});

test("a RAW and its conversion go with the one image", () => {
  expect(group("a.cr2", "a.dng", "a.jpg")).toEqual(["a.jpg: raw a.cr2, raw a.dng"]);
});

test("of two camera images the HEIC has the companions: the other is an export", () => {
  expect(group("IMG_1.JPG", "IMG_1.HEIC", "IMG_1.MOV")).toEqual([
    "IMG_1.JPG",
    "IMG_1.HEIC: motion IMG_1.MOV",
  ]);
});

test.each(["IMG_1234.MOV", "img_1234.mp4"])("%s beside a still picture is its motion", (film) => {
  expect(group("IMG_1234.HEIC", film)).toEqual([`IMG_1234.HEIC: motion ${film}`]);
});

test("a film too large for a motion photo is a video of its own, and so is one of another format", () => {
  expect(group("a.jpg", { name: "a.mov", sizeBytes: 40e6 }, "a.avi")).toEqual([
    "a.jpg",
    "a.mov",
    "a.avi",
  ]);
});

test("a film beside a picture that no camera wrote is a video of its own", () => {
  expect(group("a.png", "a.mp4")).toEqual(["a.png", "a.mp4"]);
});

test("a sidecar goes with the file that it names, whatever that is a companion of", () => {
  expect(group("a.jpg", "a.cr2", "a.jpg.xmp", "a.CR2.xmp", "a.AAE")).toEqual([
    "a.jpg: raw a.cr2, sidecar a.jpg.xmp, sidecar a.CR2.xmp, sidecar a.AAE",
  ]);
  expect(group("a.jpg", "a.png", "a.png.xmp")).toEqual(["a.jpg", "a.png: sidecar a.png.xmp"]);
});

test("a sidecar that names a stem is of the RAW, else of the camera's image", () => {
  expect(group("a.cr2", "a.png", "a.xmp")).toEqual(["a.cr2: sidecar a.xmp", "a.png"]);
  expect(group("a.png", "a.jpg", "a.xmp")).toEqual(["a.png", "a.jpg: sidecar a.xmp"]);
  expect(group("a.png", "a.xmp")).toEqual(["a.png: sidecar a.xmp"]);
});

test("a camera's thumbnail of a film goes with the film", () => {
  expect(group("MVI_1.AVI", "MVI_1.THM")).toEqual(["MVI_1.AVI: sidecar MVI_1.THM"]);
});

test("a sidecar of nothing is no photo", () => {
  expect(group("a.xmp", "b.jpg.xmp", "c.aae", "b.jpg.xmp.xmp")).toEqual([]);
});

test("accents count as what they look like, in either form", () => {
  expect(group("caf\u00e9.jpg", "cafe\u0301.cr2")).toEqual(["caf\u00e9.jpg: raw cafe\u0301.cr2"]);
});

test("where names differ in case alone, each RAW goes with the image that is spelt like it", () => {
  expect(group("img.jpg", "IMG.jpg", "img.cr2", "IMG.cr2")).toEqual([
    "img.jpg: raw img.cr2",
    "IMG.jpg: raw IMG.cr2",
  ]);
});
