/**
 * @file What happens to a photo on its way through mail, messengers and editors. Each edit takes an upright picture
 * and answers with an encoded one.
 */
import sharp, { type Sharp } from "sharp";

export type Edit = (picture: Buffer, size: Size) => Promise<Buffer>;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const edits: Readonly<Record<string, Edit>> = {
  "resize to 50 %": (picture, { widthPx }) =>
    sharp(picture)
      .resize(Math.round(widthPx / 2))
      .jpeg({ quality: 90 })
      .toBuffer(),
  "resize to 320 px": (picture) =>
    sharp(picture).resize(320, 320, { fit: "inside" }).jpeg({ quality: 85 }).toBuffer(),
  "JPEG quality 40": (picture) => sharp(picture).jpeg({ quality: 40 }).toBuffer(),
  "crop to 80 %, middle": (picture, size) => crop(picture, size, 0.1),
  "crop to 80 %, corner": (picture, size) => crop(picture, size, 0),
  "brightness +1 EV": (picture) => expose(picture, 1),
  "brightness -1 EV": (picture) => expose(picture, -1),
  "rotation by 90°": (picture) => sharp(picture).rotate(90).jpeg({ quality: 85 }).toBuffer(),
  "rotation by 180°": (picture) => sharp(picture).rotate(180).jpeg({ quality: 85 }).toBuffer(),
  watermark: (picture, size) => mark(picture, size),
  "WebP quality 75": (picture) => sharp(picture).webp({ quality: 75 }).toBuffer(),
  "mirror image": (picture) => lossless(sharp(picture).flop()),
};

/** Upright, and as large as a screen. */
export async function openPicture(path: string): Promise<{ picture: Buffer; size: Size }> {
  const upright = sharp(path)
    .autoOrient()
    .resize(1200, 1200, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace("srgb");
  const picture = await lossless(upright);
  const { width, height } = await sharp(picture).metadata();
  return { picture, size: { widthPx: width, heightPx: height } };
}

/** Eight tenths each way, from `start` on. */
function crop(picture: Buffer, { widthPx, heightPx }: Size, start: number): Promise<Buffer> {
  const box = {
    left: Math.round(widthPx * start),
    top: Math.round(heightPx * start),
    width: Math.floor(widthPx * 0.8),
    height: Math.floor(heightPx * 0.8),
  };
  return lossless(sharp(picture).extract(box));
}

function mark(picture: Buffer, { widthPx, heightPx }: Size): Promise<Buffer> {
  const text = `<svg width="${widthPx}" height="${heightPx}"><text x="50%" y="90%" text-anchor="middle"
    font-family="sans-serif" font-size="${Math.round(widthPx / 10)}" fill="white" fill-opacity="0.7">© Ada 2024</text></svg>`;
  return lossless(sharp(picture).composite([{ input: Buffer.from(text) }]));
}

/** One stop is twice or half the light, in linear light (IEC 61966-2-1 is sRGB's curve). */
async function expose(picture: Buffer, stops: number): Promise<Buffer> {
  const curve = Uint8Array.from({ length: 256 }, (_, value) => {
    const light = Math.min(1, toLinear(value / 255) * 2 ** stops);
    return Math.round(fromLinear(light) * 255);
  });
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return lossless(
    sharp(
      data.map((value) => curve[value]!),
      { raw: { width, height, channels } },
    ),
  );
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

function lossless(picture: Sharp): Promise<Buffer> {
  return picture.png({ compressionLevel: 1 }).toBuffer();
}
