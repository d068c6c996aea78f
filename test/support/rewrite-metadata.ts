/**
 * A JPEG with other metadata and the same picture data, as a program writes it that only edits metadata. Other APP1
 * segments (EXIF, XMP) go.
 */
export function rewriteMetadata(
  jpeg: Buffer,
  { orientation = 1, comment = "" }: { readonly orientation?: number; readonly comment?: string },
): Buffer {
  const kept: Buffer[] = [];
  let at = 2;
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (jpeg[at + 1] !== 0xe1) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  // TIFF, big-endian, one directory with one entry: Orientation (0x0112), SHORT.
  const exif = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation];
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.from([...Buffer.from("Exif\0\0"), ...exif, 0, 0, 0, 0, 0, 0])),
    segment(0xfe, Buffer.from(comment)),
    ...kept,
    jpeg.subarray(at),
  ]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
