import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp, { type OutputInfo } from "sharp";
import { FIXTURES, hasShared, SHARED } from "../support/fixtures.ts";
import { makeRawPhoto } from "../support/raw-photo.ts";

/** An intact file in one format. */
export interface WholeFile {
  readonly extension: string;
  readonly bytes: Buffer;
}

/**
 * One intact file of every format that is decoded here and can be written here, made from the fixtures; and a real
 * HEIC where ../shared is, because nothing here writes one.
 */
export async function makeWholeFiles(): Promise<WholeFile[]> {
  const photo = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));
  const small = () => sharp(photo).resize(320);
  const frames = await Promise.all([1, 2].map(() => small().png().toBuffer()));
  const avif = await small().avif({ effort: 0 }).toBuffer();
  const heic = hasShared ? [await readFile(path.join(SHARED, "photos/rclip/bee.heic"))] : [];
  return [
    ...heic.map((bytes) => ({ extension: "heic", bytes })),
    { extension: "jpg", bytes: photo },
    { extension: "jpg", bytes: await small().jpeg({ progressive: true }).toBuffer() },
    { extension: "jpg", bytes: await small().toColourspace("cmyk").jpeg().toBuffer() },
    { extension: "png", bytes: await small().png().toBuffer() },
    { extension: "png", bytes: await small().png({ progressive: true }).toBuffer() },
    { extension: "webp", bytes: await small().webp().toBuffer() },
    { extension: "webp", bytes: await animate(frames).webp().toBuffer() },
    { extension: "gif", bytes: await animate(frames).gif().toBuffer() },
    { extension: "tif", bytes: await small().tiff({ compression: "lzw" }).toBuffer() },
    { extension: "tif", bytes: await small().tiff({ compression: "none" }).toBuffer() },
    { extension: "avif", bytes: avif },
    { extension: "heic", bytes: renameBrand(avif) },
    { extension: "bmp", bytes: toBmp(await small().raw().toBuffer({ resolveWithObject: true })) },
    { extension: "dng", bytes: makeRawPhoto({ preview: await small().jpeg().toBuffer() }) },
  ];
}

function animate(frames: readonly Buffer[]) {
  return sharp([...frames], { join: { animated: true } });
}

/** Sends the file to the decoder of HEVC, with AV1 inside: nothing here writes HEVC. */
function renameBrand(avif: Buffer): Buffer {
  const heic = Buffer.from(avif);
  heic.write("heic", 8, "latin1");
  return heic;
}

/** A file header and a BITMAPINFOHEADER, 32 bits a pixel. */
function toBmp({ data, info }: { data: Buffer; info: OutputInfo }): Buffer {
  const headerBytes = 54;
  const bmp = Buffer.alloc(headerBytes + info.width * info.height * 4, 255);
  bmp.fill(0, 0, headerBytes);
  bmp.write("BM", "latin1");
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(headerBytes, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(info.width, 18);
  bmp.writeInt32LE(-info.height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(32, 28);
  for (let pixel = 0; pixel < info.width * info.height; pixel++)
    data.copy(bmp, headerBytes + pixel * 4, pixel * info.channels, pixel * info.channels + 3);
  return bmp;
}
