/** ITU-T T.81, table B.1; APP1 holds EXIF. */
const START_OF_IMAGE_BYTES = 2;
const MARKER = 0xff;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const EXIF_NAME = "Exif\0\0";

/**
 * A JPEG that says `orientation` (EXIF, 1 to 8) instead of what its own EXIF block says, which is gone. A RAW file's
 * preview is stored as the sensor lay; how the camera was held is told by the RAW file around it.
 */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const parts = [jpeg.subarray(0, START_OF_IMAGE_BYTES), exifBlock(orientation)];
  let at = START_OF_IMAGE_BYTES;
  for (;;) {
    const end = segmentEnd(jpeg, at);
    if (end === undefined) break;
    if (!isExif(jpeg, at)) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...parts, jpeg.subarray(at)]);
}

/** Undefined where the headers end, or what is there is no segment. */
function segmentEnd(jpeg: Buffer, at: number): number | undefined {
  if (at + 4 > jpeg.length || jpeg[at] !== MARKER || jpeg[at + 1] === START_OF_SCAN)
    return undefined;
  const end = at + 2 + jpeg.readUInt16BE(at + 2);
  return end > at + 3 && end <= jpeg.length ? end : undefined;
}

function isExif(jpeg: Buffer, at: number): boolean {
  return jpeg[at + 1] === APP1 && jpeg.toString("latin1", at + 4, at + 10) === EXIF_NAME;
}

/** One directory with one field, 0x0112 of type SHORT. */
function exifBlock(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("II\x2a\0", "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const head = Buffer.alloc(4 + EXIF_NAME.length);
  head.writeUInt16BE((MARKER << 8) | APP1, 0);
  head.writeUInt16BE(2 + EXIF_NAME.length + tiff.length, 2);
  head.write(EXIF_NAME, 4, "latin1");
  return Buffer.concat([head, tiff]);
}
