import type { Metadata, Sharp } from "sharp";
import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import type { Region } from "../../contract/similar.ts";
import { decodeBmp, readBmpSize } from "./decode-bmp.ts";
import { toDecodeError } from "./decode-errors.ts";
import type { DecodedImage, DecodedPhoto } from "./decoded-image.ts";
import { decodeHeic } from "./heic/decode-heic.ts";
import { tagProfile } from "./heic/tag-profile.ts";
import { MemoryLane, type Turn } from "./memory-lane.ts";
import {
  decoderBytes,
  MAX_DECODER_BYTES,
  wholeBytes,
  type PictureHeader,
} from "./picture-memory.ts";
import { readRawPreview } from "./raw/raw-preview.ts";
import { readFormat } from "./read-format.ts";
import { openPicture, openPixels } from "./sharp.ts";
import type { DecodableFormat } from "./sniff-format.ts";
import { toBox, type Size } from "./target-size.ts";

/** From the size of the original to the size that is wanted of it. */
export type SizeOf = (original: Size) => Size;

export interface DecodeOptions {
  /** A part of the upright picture; `sizeOf` is then asked with the size of the part. */
  readonly region?: Region;
  /** Told when the decode has to wait for memory. */
  readonly turn?: Turn | undefined;
  /**
   * [Note: Half a picture] A file that is cut off is not indexed: grey that was never in the photo would make
   * it like others that were cut off. To be looked at, what there is of it is better than nothing.
   */
  readonly isPartEnough?: boolean;
}

interface Wanted extends DecodeOptions {
  readonly sizeOf: SizeOf;
}

/** What whole pictures may take of the worker's memory together; a HEIC always has it to itself. */
const LANE_BYTES = 300_000_000;
const lane = new MemoryLane(LANE_BYTES);

/** A result of more pixels than indexing or viewing asks for is held twice on its way: as it comes, and in one piece. */
const LARGE_RESULT_BYTES = 64_000_000;
const RESULT_BYTES_PER_PIXEL = 2 * 3;

/** Memory that whole pictures take now, and that is free again when they are decoded. */
export function wholePicturesBytes(): number {
  return lane.inUseBytes;
}

/**
 * Decodes a file to the one pixel format that the rest of the engine works with. Orientation, colour
 * profile, depth and transparency are settled here, so that no later stage has to know that they exist.
 */
export async function decodePhoto(
  path: string,
  sizeOf: SizeOf,
  options: DecodeOptions = {},
): Promise<DecodedPhoto> {
  const format = await readFormat(path);
  try {
    return await DECODERS[format.decoder](path, format, { ...options, sizeOf });
  } catch (cause) {
    throw toDecodeError(path, format.name, cause);
  }
}

type Decode = (path: string, format: DecodableFormat, wanted: Wanted) => Promise<DecodedPhoto>;

const DECODERS: Readonly<Record<DecodableFormat["decoder"], Decode>> = {
  sharp: (path, { name }, wanted) => decodeWithSharp({ path, input: path, format: name }, wanted),
  libheif: decodeWithLibheif,
  bmp: decodeWithBmp,
  exiftool: decodeRaw,
};

interface Source {
  /** The file to blame. */
  readonly path: string;
  /** A path, or the bytes of a picture. */
  readonly input: string | Buffer;
  readonly format: string;
}

async function decodeWithSharp(source: Source, wanted: Wanted): Promise<DecodedPhoto> {
  const { path, input, format } = source;
  const metadata = await openPicture(input).metadata();
  const header = toHeader(format, metadata);
  // A part is cut from the upright picture, which is then held whole where it has to be turned first.
  const mustTurn = wanted.region !== undefined && (metadata.orientation ?? 1) > 1;
  const bytes = Math.max(decoderBytes(header), mustTurn ? wholeBytes(header) : 0);
  return inLane({ path, header, bytes }, wanted, async () => {
    const { width: widthPx, height: heightPx } = metadata.autoOrient;
    const picture = openPicture(input, wanted).autoOrient();
    const image = await toImage(resize(picture, { widthPx, heightPx }, wanted));
    return { image, widthPx, heightPx, format };
  });
}

async function decodeRaw(path: string, _format: DecodableFormat, wanted: Wanted) {
  const { jpeg, format, size } = await readRawPreview(path);
  const photo = await decodeWithSharp({ path, input: jpeg, format: "JPEG" }, wanted);
  return { ...photo, ...largerSize(photo, size), format };
}

/** The preview may be smaller than the picture that it stands for, and was turned already. */
function largerSize(preview: Size, stored: Size | undefined): Size {
  const { widthPx, heightPx } = preview;
  if (!stored || stored.widthPx * stored.heightPx <= widthPx * heightPx)
    return { widthPx, heightPx };
  const isTurned = widthPx > heightPx !== stored.widthPx > stored.heightPx;
  return isTurned ? { widthPx: stored.heightPx, heightPx: stored.widthPx } : stored;
}

async function decodeWithLibheif(path: string, { name }: DecodableFormat, wanted: Wanted) {
  const metadata = await openPicture(path).metadata();
  const header = toHeader(name, metadata);
  const bytes = Math.max(LANE_BYTES, decoderBytes(header));
  return inLane({ path, header, bytes }, wanted, async () => {
    const raw = await decodeHeic(path);
    const resized = resize(openPixels(raw), raw, wanted);
    const image = metadata.icc ? await toSrgb(resized, metadata.icc) : await toImage(resized);
    const { widthPx, heightPx } = raw;
    return { image, widthPx, heightPx, format: name };
  });
}

async function decodeWithBmp(path: string, { name }: DecodableFormat, wanted: Wanted) {
  const size = await readBmpSize(path);
  const header = { ...size, format: name, channels: 3, depth: "uchar", isProgressive: false };
  return inLane({ path, header, bytes: decoderBytes(header) }, wanted, async () => {
    const raw = await decodeBmp(path, size);
    return { image: await toImage(resize(openPixels(raw), raw, wanted)), ...size, format: name };
  });
}

interface Weighed {
  readonly path: string;
  readonly header: PictureHeader;
  readonly bytes: number;
}

/** Decodes when there is memory for it; what could never have enough is refused before it is decoded. */
async function inLane<T>(
  { path, header, ...weighed }: Weighed,
  wanted: Wanted,
  decode: () => Promise<T>,
): Promise<T> {
  const bytes = weighed.bytes + resultBytes(header, wanted);
  if (bytes <= MAX_DECODER_BYTES) return lane.run(bytes, decode, wanted.turn);
  const { format, widthPx, heightPx } = header;
  const [limit, needed] = [MAX_DECODER_BYTES, bytes].map((each) => String(Math.round(each / 1e6)));
  const size = `${widthPx} × ${heightPx}`;
  const expected = `a ${format} that can be decoded with ${limit} MB of memory`;
  const got = `${size} pixels, which take ${needed} MB`;
  throw new LibraryError("image-too-large", `Expected ${expected} at ${path} but got ${got}`, {
    why: tell("reading.too-large", { size, needed: needed!, limit: limit! }),
  });
}

/** Nothing for what is usually asked for, so that ordinary files never wait. Whether it is turned does not matter here. */
function resultBytes(original: Size, { sizeOf, region }: Wanted): number {
  const { widthPx, heightPx } = sizeOf(region ? toBox(region, original) : original);
  const bytes = widthPx * heightPx * RESULT_BYTES_PER_PIXEL;
  return bytes > LARGE_RESULT_BYTES ? bytes : 0;
}

function toHeader(format: string, metadata: Metadata): PictureHeader {
  const { width: widthPx, height: heightPx, channels, depth } = metadata;
  const { isProgressive, chromaSubsampling } = metadata;
  const ofJpeg = chromaSubsampling && { chromaSubsampling };
  return { format, widthPx, heightPx, channels, depth, isProgressive, ...ofJpeg };
}

/** A HEIC's colour profile comes beside its pixels; most phones' is Display P3. */
async function toSrgb(picture: Sharp, profile: Buffer): Promise<DecodedImage> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const size = { widthPx: info.width, heightPx: info.height };
  const channels = info.channels === 4 ? 4 : 3;
  return toImage(openPicture(tagProfile({ pixels: data, ...size, channels }, profile)));
}

function resize(picture: Sharp, original: Size, { sizeOf, region }: Wanted): Sharp {
  const part = region && toBox(region, original);
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
