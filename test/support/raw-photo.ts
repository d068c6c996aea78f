import { writeTiff, type Directory } from "./tiff-writer.ts";

export interface RawPhotoOptions {
  /** The JPEG inside; without it, a RAW file that nothing here can show. */
  readonly preview?: Buffer;
  readonly orientation?: number;
}

const SENSOR = { widthPx: 240, heightPx: 160 };

/**
 * A DNG (version 1.4): a small RGB thumbnail in the first directory, and below it the sensor's data and a JPEG.
 * No camera wrote it; its structure is that of Adobe's specification, and exiftool reads it as a DNG.
 */
export function makeRawPhoto({ preview, orientation = 1 }: RawPhotoOptions): Buffer {
  const sensor: Directory = [
    [254, "LONG", 0], // full resolution
    [256, "LONG", SENSOR.widthPx],
    [257, "LONG", SENSOR.heightPx],
    [258, "SHORT", 16],
    [259, "SHORT", 1], // no compression
    [262, "SHORT", 32_803], // colour filter array
    [273, "LONG", Buffer.alloc(SENSOR.widthPx * SENSOR.heightPx * 2, 7)],
    [277, "SHORT", 1],
    [278, "LONG", SENSOR.heightPx],
    [279, "LONG", SENSOR.widthPx * SENSOR.heightPx * 2],
    [33_421, "SHORT", [2, 2]],
    [33_422, "BYTE", [0, 1, 1, 2]], // red, green, green, blue
  ];
  const jpeg: Directory[] = preview
    ? [
        [
          [254, "LONG", 1], // reduced resolution
          [259, "SHORT", 7], // JPEG
          [262, "SHORT", 6], // YCbCr
          [273, "LONG", preview],
          [277, "SHORT", 3],
          [279, "LONG", preview.length],
        ],
      ]
    : [];
  return writeTiff([
    [254, "LONG", 1],
    [256, "LONG", 6],
    [257, "LONG", 4],
    [258, "SHORT", [8, 8, 8]],
    [259, "SHORT", 1],
    [262, "SHORT", 2],
    [271, "ASCII", "Semblance"],
    [272, "ASCII", "Test camera"],
    [273, "LONG", Buffer.alloc(6 * 4 * 3, 128)],
    [274, "SHORT", orientation],
    [277, "SHORT", 3],
    [278, "LONG", 4],
    [279, "LONG", 6 * 4 * 3],
    [330, "LONG", [sensor, ...jpeg] as const],
    [50_706, "BYTE", [1, 4, 0, 0]], // DNGVersion
  ]);
}
