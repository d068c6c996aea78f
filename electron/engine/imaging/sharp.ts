/**
 * @file sharp as this project uses it: one photo, one core, nothing cached.
 */
import sharp, { type Sharp, type SharpOptions } from "sharp";
import { toNativePath } from "../support/native-path.ts";

// Several photos at once keep the cores busier than several threads on one photo.
sharp.concurrency(1);
// No file is opened twice for pixels, so what libvips would keep is only memory.
sharp.cache(false);

/** Twice the largest sensors sold; above it a file is more likely a bomb than a photo. */
const MAX_PIXELS = 300_000_000;
const DECODE_TIMEOUT_SECONDS = 20;

const INPUT: SharpOptions = {
  failOn: "error",
  limitInputPixels: MAX_PIXELS,
  sequentialRead: true,
};

export const sharpVersion = sharp.versions.sharp;
export const libvipsVersion = sharp.versions.vips;

export interface OpenOptions {
  /** Takes what there is of a picture that is damaged or cut off. */
  readonly isPartEnough?: boolean;
}

/** Reads the file at a path, or a picture that is in memory. */
export function openPicture(
  input: string | Buffer,
  { isPartEnough = false }: OpenOptions = {},
): Sharp {
  const options: SharpOptions = isPartEnough ? { ...INPUT, failOn: "none" } : INPUT;
  const source = typeof input === "string" ? toNativePath(input) : input;
  return sharp(source, options).timeout({ seconds: DECODE_TIMEOUT_SECONDS });
}

export interface RawImage {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 3 | 4;
}

export function openPixels({ pixels, widthPx, heightPx, channels }: RawImage): Sharp {
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } });
}
