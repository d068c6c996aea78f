import { readFile } from "node:fs/promises";
import { decode } from "bmp-ts";
import { LibraryError } from "../../contract/errors.ts";
import type { RawImage } from "./sharp.ts";

/** The decoder holds four bytes a pixel, whatever a header of a few bytes claims. */
const MAX_PIXELS = 50_000_000;

/** Where a BITMAPINFOHEADER has the size; the height is negative where rows run from the top. */
const WIDTH_AT = 18;
const HEIGHT_AT = 22;

/** Decodes a BMP, which sharp does not. Its fourth byte is mostly padding, so it is not taken for transparency. */
export async function decodeBmp(path: string): Promise<RawImage> {
  const bytes = await readFile(path);
  const [width, height] = [bytes.readInt32LE(WIDTH_AT), Math.abs(bytes.readInt32LE(HEIGHT_AT))];
  if (width * height > MAX_PIXELS) {
    const got = `${width} × ${height} pixels`;
    const message = `Expected a BMP of at most ${MAX_PIXELS} pixels at ${path} but got ${got}`;
    throw new LibraryError("image-too-large", message);
  }
  const { data } = decode(bytes, { toRGBA: true });
  return { pixels: toRgb(data, width * height), widthPx: width, heightPx: height, channels: 3 };
}

function toRgb(rgba: Uint8Array, pixels: number): Uint8Array {
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i++) {
    rgb[i * 3] = rgba[i * 4]!;
    rgb[i * 3 + 1] = rgba[i * 4 + 1]!;
    rgb[i * 3 + 2] = rgba[i * 4 + 2]!;
  }
  return rgb;
}
