import { open, readFile } from "node:fs/promises";
import { decode } from "bmp-ts";
import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import type { RawImage } from "./sharp.ts";
import type { Size } from "./target-size.ts";

/** Where a BITMAPINFOHEADER has the size; the height is negative where rows run from the top. */
const WIDTH_AT = 18;
const HEIGHT_AT = 22;
const SIZE_END = 26;

/** What the header claims, before anything is decoded. */
export async function readBmpSize(path: string): Promise<Size> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SIZE_END), 0, SIZE_END, 0);
  const widthPx = buffer.readInt32LE(WIDTH_AT);
  const heightPx = Math.abs(buffer.readInt32LE(HEIGHT_AT));
  if (bytesRead === SIZE_END && widthPx > 0 && heightPx > 0) return { widthPx, heightPx };
  const size = `${widthPx} × ${heightPx}`;
  const message = `Expected a BMP with a size at ${path} but got ${size} pixels`;
  throw new LibraryError("image-corrupt", message, { why: tell("reading.bmp-size", { size }) });
}

/** Decodes a BMP, which sharp does not. Its fourth byte is mostly padding, so it is not taken for transparency. */
export async function decodeBmp(path: string, { widthPx, heightPx }: Size): Promise<RawImage> {
  const { data } = decode(await readFile(path), { toRGBA: true });
  return { pixels: toRgb(data, widthPx * heightPx), widthPx, heightPx, channels: 3 };
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
