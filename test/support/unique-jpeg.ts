const SOI_BYTES = 2;
const COMMENT_MARKER = 0xfffe;

/** The same picture as another file: a comment segment (COM, ITU-T T.81 B.2.4.5) behind the start of the JPEG. */
export function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(COMMENT_MARKER, 0);
  segment.writeUInt16BE(2 + text.length, 2);
  return Buffer.concat([jpeg.subarray(0, SOI_BYTES), segment, text, jpeg.subarray(SOI_BYTES)]);
}
