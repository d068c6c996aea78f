import { expect, test } from "vitest";
import {
  decoderBytes,
  MAX_DECODER_BYTES,
  type PictureHeader,
} from "../../../electron/engine/imaging/picture-memory.ts";

function header(format: string, more: Partial<PictureHeader> = {}): PictureHeader {
  const size = { widthPx: 20_000, heightPx: 10_000 };
  return { format, ...size, channels: 3, depth: "uchar", isProgressive: false, ...more };
}

test("of 200 megapixels, what is decoded row by row counts as nothing", () => {
  for (const format of ["JPEG", "PNG", "TIFF"]) expect(decoderBytes(header(format))).toBe(0);
});

test.each([
  ["JPEG", { isProgressive: true, chromaSubsampling: "4:2:0" }, true],
  ["JPEG", { isProgressive: true, chromaSubsampling: "4:4:4" }, false],
  ["JPEG", { isProgressive: true, channels: 4, chromaSubsampling: "4:4:4:4" }, false],
  ["PNG", { isProgressive: true }, true],
  ["PNG", { isProgressive: true, depth: "ushort", channels: 4 }, false],
  ["AVIF", {}, false],
  ["WebP", {}, true],
] as const)("a %s of 200 megapixels with %o fits: %s", (format, more, fits) => {
  const bytes = decoderBytes(header(format, more));

  expect(bytes).toBeGreaterThan(0);
  expect(bytes <= MAX_DECODER_BYTES).toBe(fits);
});
