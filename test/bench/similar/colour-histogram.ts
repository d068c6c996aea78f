import sharp from "sharp";

/** Levels of each of red, green and blue: 512 bins. */
const LEVELS = 8;
const SIDE_PX = 128;

/** The share of an upright picture's pixels in each bin of 8 × 8 × 8 colours; sums to 1. */
export async function colourHistogram(file: string): Promise<Float32Array> {
  const { data, info } = await sharp(file)
    .rotate()
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .resize(SIDE_PX, SIDE_PX, { fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bins = new Float32Array(LEVELS ** 3);
  const share = 1 / (info.width * info.height);
  for (let at = 0; at < data.length; at += info.channels) {
    const level = (channel: number) => data[at + (info.channels < 3 ? 0 : channel)]! >> 5;
    bins[(level(0) * LEVELS + level(1)) * LEVELS + level(2)]! += share;
  }
  return bins;
}
