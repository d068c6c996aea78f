import type { Metadata, Sharp } from "sharp";
import { LibraryError } from "../../contract/errors.ts";
import type { Region } from "../../contract/similar.ts";
import { Serial } from "../support/serial.ts";
import { decodeBmp } from "./decode-bmp.ts";
import { toDecodeError } from "./decode-errors.ts";
import { decodeHeic } from "./heic/decode-heic.ts";
import type { DecodedImage, DecodedPhoto } from "./decoded-image.ts";
import { readFormat } from "./read-format.ts";
import { openBuffer, openFile, openPixels } from "./sharp.ts";
import { tagProfile } from "./heic/tag-profile.ts";
import { toBox, type Size } from "./target-size.ts";

/** From the size of the original to the size that is wanted of it. */
export type SizeOf = (original: Size) => Size;

/** A part of the upright picture; `sizeOf` is then asked with the size of the part. */
export interface DecodeOptions {
  readonly region?: Region;
}

/** Above this a picture that must be held whole while it is decoded waits for its turn. */
const HEAVY_PIXELS = 50_000_000;
/** A HEIC needs about twelve bytes a pixel on the way. */
const MAX_HEIC_PIXELS = 100_000_000;
/** Formats whose decoders hold the whole picture; the others hold some rows, unless progressive. */
const WHOLE_PICTURE: ReadonlySet<string> = new Set(["AVIF", "WebP", "GIF"]);

/** One at a time: together they would take more memory than the app may. */
const heavy = new Serial();

/**
 * Decodes a file to the one pixel format that the rest of the engine works with. Orientation, colour
 * profile, depth and transparency are settled here, so that no later stage has to know that they exist.
 */
export async function decodePhoto(
  path: string,
  sizeOf: SizeOf,
  { region = WHOLE }: DecodeOptions = {},
): Promise<DecodedPhoto> {
  const format = await readFormat(path);
  const wanted = { sizeOf, region };
  try {
    if (format.decoder === "libheif") return await heavy.run(() => decodeWithLibheif(path, wanted));
    if (format.decoder === "bmp") return await heavy.run(() => decodeWithBmp(path, wanted));
    const metadata = await openFile(path).metadata();
    const decode = () => decodeWithSharp(path, { format: format.name, metadata }, wanted);
    return isHeavy(format.name, metadata) ? await heavy.run(decode) : await decode();
  } catch (cause) {
    throw toDecodeError(path, format.name, cause);
  }
}

function isHeavy(format: string, metadata: Metadata): boolean {
  const holdsAll = metadata.isProgressive || WHOLE_PICTURE.has(format);
  return holdsAll && metadata.width * metadata.height > HEAVY_PIXELS;
}

interface Wanted {
  readonly sizeOf: SizeOf;
  readonly region: Region;
}

const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

async function decodeWithSharp(
  path: string,
  { format, metadata }: { readonly format: string; readonly metadata: Metadata },
  wanted: Wanted,
): Promise<DecodedPhoto> {
  const original = { widthPx: metadata.autoOrient.width, heightPx: metadata.autoOrient.height };
  const resized = resize(openFile(path).autoOrient(), original, wanted);
  const image = await toImage(resized);
  return { image, ...original, format, ...exifOf(metadata) };
}

async function decodeWithLibheif(path: string, wanted: Wanted): Promise<DecodedPhoto> {
  const metadata = await openFile(path).metadata();
  if (metadata.width * metadata.height > MAX_HEIC_PIXELS) {
    const got = `${metadata.width} × ${metadata.height} pixels`;
    const message = `Expected a HEIC of at most ${MAX_HEIC_PIXELS} pixels at ${path} but got ${got}`;
    throw new LibraryError("image-too-large", message);
  }
  const raw = await decodeHeic(path);
  const resized = resize(openPixels(raw), raw, wanted);
  const image = metadata.icc ? await toSrgb(resized, metadata.icc) : await toImage(resized);
  const { widthPx, heightPx } = raw;
  return { image, widthPx, heightPx, format: "HEIC", ...exifOf(metadata) };
}

async function decodeWithBmp(path: string, wanted: Wanted): Promise<DecodedPhoto> {
  const raw = await decodeBmp(path);
  const { widthPx, heightPx } = raw;
  return {
    image: await toImage(resize(openPixels(raw), raw, wanted)),
    widthPx,
    heightPx,
    format: "BMP",
  };
}

/** A HEIC's colour profile comes beside its pixels; most phones' is Display P3. */
async function toSrgb(picture: Sharp, profile: Buffer): Promise<DecodedImage> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const size = { widthPx: info.width, heightPx: info.height };
  const channels = info.channels === 4 ? 4 : 3;
  return toImage(openBuffer(tagProfile({ pixels: data, ...size, channels }, profile)));
}

function resize(picture: Sharp, original: Size, { sizeOf, region }: Wanted): Sharp {
  const part = region === WHOLE ? undefined : toBox(region, original);
  const { widthPx, heightPx } = sizeOf(part ?? original);
  const cut = part
    ? picture.extract({
        left: part.leftPx,
        top: part.topPx,
        width: part.widthPx,
        height: part.heightPx,
      })
    : picture;
  return cut.resize(widthPx, heightPx, { fit: "fill" });
}

async function toImage(picture: Sharp): Promise<DecodedImage> {
  const { data, info } = await picture
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`expected 3 channels but got ${info.channels}`);
  return { pixels: data, widthPx: info.width, heightPx: info.height };
}

function exifOf({ exif }: Metadata): { exif?: Buffer } {
  return exif ? { exif } : {};
}
