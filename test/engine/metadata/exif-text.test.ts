import { expect, test } from "vitest";
import { joinCamera, toText } from "../../../electron/engine/metadata/exif-text.ts";

test("text ends at its first NUL and loses its padding", () => {
  expect([
    toText("NIKON  \0junk"),
    toText(" a\tb\n"),
    toText(Buffer.from("Größe")),
    toText("\0"),
    toText(7),
  ]).toEqual(["NIKON", "a b", "Größe", undefined, undefined]);
});

test.each([
  ["Canon", "Canon EOS 40D", "Canon EOS 40D"],
  ["NIKON CORPORATION", "NIKON D70", "NIKON D70"],
  ["NIKON", "COOLPIX P1", "NIKON COOLPIX P1"],
  ["OLYMPUS OPTICAL CO.,LTD", "C750UZ", "OLYMPUS C750UZ"],
  ["EASTMAN KODAK COMPANY", "KODAK DC240 ZOOM", "KODAK DC240 ZOOM"],
  ["SANYO Electric Co.,Ltd.", "SR6", "SANYO SR6"],
  ["Google", undefined, "Google"],
  [undefined, "Pixel 4a", "Pixel 4a"],
  [undefined, undefined, undefined],
])("%s and %s are one camera: %s", (make, model, camera) => {
  expect(joinCamera(make, model)).toBe(camera);
});
