/**
 * @file Files of a few bytes that ask for gigabytes, or for hours.
 */
import { crc32, deflateSync } from "node:zlib";
import { writeTiff } from "../support/tiff-writer.ts";
import type { Random } from "./random.ts";
import type { WholeFile } from "./whole-files.ts";

type Bomb = (random: Random, whole: readonly WholeFile[]) => WholeFile;

export const BOMBS: Readonly<Record<string, Bomb>> = {
  "png of absurd size": (random) => ({
    extension: "png",
    bytes: png({ widthPx: 1 + random.below(2 ** 31 - 1), heightPx: 1 + random.below(2 ** 31 - 1) }),
  }),
  "png below the limit, interlaced": () => ({
    extension: "png",
    bytes: png({ widthPx: 17_000, heightPx: 17_000, isInterlaced: true }),
  }),
  "png of zeros": () => ({
    extension: "png",
    bytes: png({
      widthPx: 12_000,
      heightPx: 12_000,
      data: deflateSync(Buffer.alloc(12_001 * 12_000)),
    }),
  }),
  "jpeg of absurd size": (random, whole) => ({
    extension: "jpg",
    bytes: withJpegSize(jpegOf(whole, 0), 65_500, 60_000 + random.below(5500)),
  }),
  "progressive jpeg of absurd size": (_random, whole) => ({
    extension: "jpg",
    bytes: withJpegSize(jpegOf(whole, 1), 17_000, 17_000),
  }),
  "jpeg of a thousand scans": (_random, whole) => ({
    extension: "jpg",
    bytes: repeatLastScan(jpegOf(whole, 1), 1000),
  }),
  "bmp of absurd size": (random, whole) => {
    const bmp = Buffer.from(whole.find(({ extension }) => extension === "bmp")!.bytes);
    bmp.writeInt32LE(random.pick([2 ** 31 - 1, 100_000, -5, 0]), 18);
    bmp.writeInt32LE(random.pick([2 ** 31 - 1, 100_000, -(2 ** 31)]), 22);
    return { extension: "bmp", bytes: bmp };
  },
  "gif of absurd size": (_random, whole) => {
    const gif = Buffer.from(whole.find(({ extension }) => extension === "gif")!.bytes);
    gif.writeUInt32LE(0xff_ff_ff_ff, 6);
    return { extension: "gif", bytes: gif };
  },
  "tiff of absurd size": (random) => ({
    extension: "tif",
    bytes: writeTiff([
      [256, "LONG", 100_000 + random.below(2 ** 31)],
      [257, "LONG", 100_000 + random.below(2 ** 31)],
      [258, "SHORT", 16],
      [259, "SHORT", random.pick([1, 5, 8])],
      [262, "SHORT", 1],
      [273, "LONG", Buffer.alloc(64)],
      [277, "SHORT", random.pick([1, 4, 60_000])],
      [278, "LONG", 2 ** 31],
      [279, "LONG", 2 ** 31],
    ]),
  }),
  "tiff whose directory follows itself": (random) => {
    const tiff = writeTiff([[254, "LONG", random.below(2)]]);
    tiff.writeUInt32LE(tiff.readUInt32LE(4), tiff.length - 4);
    return { extension: random.pick(["tif", "dng", "nef"]), bytes: tiff };
  },
};

function jpegOf(whole: readonly WholeFile[], place: number): Buffer {
  return whole.filter(({ extension }) => extension === "jpg")[place]!.bytes;
}

interface PngClaims {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isInterlaced?: boolean;
  readonly data?: Buffer;
}

/** Eight bits of grey. */
function png({ widthPx, heightPx, isInterlaced = false, data = Buffer.alloc(9) }: PngClaims) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header[8] = 8;
  header[12] = isInterlaced ? 1 : 0;
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const end = chunk("IEND", Buffer.alloc(0));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), end]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** In the frame header (SOF0 to SOF2), where ITU-T T.81 has height and width. */
function withJpegSize(jpeg: Buffer, widthPx: number, heightPx: number): Buffer {
  const bytes = Buffer.from(jpeg);
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at + 1]! < 0xc0 || bytes[at + 1]! > 0xc2) continue;
    bytes.writeUInt16BE(heightPx, at + 5);
    bytes.writeUInt16BE(widthPx, at + 7);
    break;
  }
  return bytes;
}

function repeatLastScan(jpeg: Buffer, times: number): Buffer {
  const start = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(start, -2);
  const copies = Array.from({ length: times }, () => scan);
  return Buffer.concat([jpeg.subarray(0, start), ...copies, jpeg.subarray(-2)]);
}
