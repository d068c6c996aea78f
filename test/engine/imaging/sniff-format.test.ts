import { expect, test } from "vitest";
import { sniffFormat } from "../../../electron/engine/imaging/sniff-format.ts";

function sniff(head: string, name = "photo.jpg"): string | undefined {
  const format = sniffFormat(Buffer.from(head, "latin1"), name);
  return format && `${format.name} by ${format.decoder}`;
}

test.each([
  ["\xff\xd8\xff\xe0", "JPEG by sharp"],
  ["\x89PNG\r\n\x1a\n", "PNG by sharp"],
  ["GIF89a", "GIF by sharp"],
  ["RIFF\0\0\0\0WEBP", "WebP by sharp"],
  ["II\x2a\0", "TIFF by sharp"],
  ["\0\0\0\x20ftypavif", "AVIF by sharp"],
  ["\0\0\0\x20ftypheic", "HEIC by libheif"],
  ["\0\0\0\x1cftypmif1\0\0\0\0mif1heic", "HEIC by libheif"],
  ["\0\0\0\x1cftypmif1\0\0\0\0mif1avif", "AVIF by sharp"],
  ["\xff\x0a", "JPEG XL by none"],
  ["\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000 by none"],
  ["BM\x36", "BMP by bmp"],
  ["\0\0\0\x18ftypisom", "MP4 video by none"],
])("the bytes %j are those of %s, whatever the file is called", (head, format) => {
  expect(sniff(head, "misleading.txt")).toBe(format);
});

test("a camera's RAW file is not taken for the TIFF that it is outside", () => {
  expect(sniff("II\x2a\0\x08\0\0\0", "DSC_0001.NEF")).toBe("RAW by exiftool");
  expect(sniff("II\x2a\0\x10\0\0\0CR\x02\0", "renamed.tif")).toBe("RAW by exiftool");
});

test("what is no picture has no format", () => {
  expect(sniff("Dear diary")).toBeUndefined();
  expect(sniff("")).toBeUndefined();
});
