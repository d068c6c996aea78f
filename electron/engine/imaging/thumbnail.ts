import type { DecodedImage } from "./decoded-image.ts";
import { openPixels } from "./sharp.ts";
import { scaled, thumbnailSize, type Size } from "./target-size.ts";
import { writeWhole } from "./write-file.ts";

const MAX_BYTES = 25_000;
/** From what looks like the original to what only grain and foliage ever need. */
const QUALITIES = [80, 65, 50, 35, 20, 8] as const;
/** Less is faster and 5 % larger; a thumbnail is made a hundred thousand times. */
const EFFORT = 2;

/** Writes the grid-size rendition: WebP without metadata, at most 25 KB. */
export async function writeThumbnail(path: string, image: DecodedImage): Promise<void> {
  await writeWhole(path, await encodeThumbnail(image));
}

export async function encodeThumbnail(image: DecodedImage): Promise<Buffer> {
  const size = thumbnailSize(image);
  for (const quality of QUALITIES) {
    const bytes = await encode(image, size, quality);
    if (bytes.length <= MAX_BYTES) return bytes;
  }
  // Noise in an extreme panorama: half the size costs a quarter of the bytes.
  return encode(image, scaled(size, 0.5), QUALITIES.at(-1)!);
}

function encode(image: DecodedImage, size: Size, quality: number): Promise<Buffer> {
  return openPixels({ ...image, channels: 3 })
    .resize(size.widthPx, size.heightPx, { fit: "fill" })
    .webp({ quality, effort: EFFORT })
    .toBuffer();
}
