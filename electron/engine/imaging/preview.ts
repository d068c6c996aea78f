import { decodePhoto, type DecodeOptions } from "./decode.ts";
import type { DecodedImage } from "./decoded-image.ts";
import { openPixels } from "./sharp.ts";
import { previewSize } from "./target-size.ts";
import { writeWhole } from "./write-file.ts";

const QUALITY = 82;
/** A preview is waited for: half the time for a few per cent of bytes. */
const EFFORT = 2;

/**
 * Writes the viewer-size rendition of the photo at `path`: WebP without metadata. Of a file that is cut off, what
 * there is; see [Note: Half a picture].
 */
export async function writePreview(
  path: string,
  previewPath: string,
  { turn }: Pick<DecodeOptions, "turn"> = {},
): Promise<void> {
  const { image } = await decodePhoto(path, previewSize, { isPartEnough: true, turn });
  await encodePreview(previewPath, image);
}

/** Writes an image that has the size of a preview already. */
export async function encodePreview(previewPath: string, image: DecodedImage): Promise<void> {
  const bytes = await openPixels({ ...image, channels: 3 })
    .webp({ quality: QUALITY, effort: EFFORT })
    .toBuffer();
  await writeWhole(previewPath, bytes);
}
