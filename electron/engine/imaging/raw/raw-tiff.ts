import type { FileHandle } from "node:fs/promises";

/** Where a TIFF says where its first directory is, and how it orders bytes. */
const HEAD_BYTES = 8;
const ENTRY_BYTES = 12;
/** First directories have some dozens of fields. */
const MAX_ENTRIES = 512;

const NEW_SUBFILE_TYPE = 254;
const SUB_DIRECTORIES = 330;
const DNG_VERSION = 50_706;
const IS_REDUCED = 1;

/**
 * Whether a TIFF of any name is a camera's RAW file: it says that it is a DNG, or its first picture is a reduced one and the
 * full one lies below it, as Nikon's, Sony's and most others' do. False for BigTIFF, which no camera writes.
 */
export async function isRawTiff(file: FileHandle): Promise<boolean> {
  const head = await readAt(file, 0, HEAD_BYTES);
  if (head.length < HEAD_BYTES) return false;
  const isBigEndian = head.toString("latin1", 0, 2) === "MM";
  const short = (bytes: Buffer, at: number) =>
    isBigEndian ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);
  const long = (bytes: Buffer, at: number) =>
    isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);

  const directory = await readAt(file, long(head, 4), 2 + MAX_ENTRIES * ENTRY_BYTES);
  if (directory.length < 2) return false;
  const fields = new Map<number, number>();
  for (let entry = 0; entry < short(directory, 0); entry++) {
    const at = 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > directory.length) break;
    fields.set(short(directory, at), long(directory, at + 8));
  }
  const isReduced = ((fields.get(NEW_SUBFILE_TYPE) ?? 0) & IS_REDUCED) !== 0;
  return fields.has(DNG_VERSION) || (isReduced && fields.has(SUB_DIRECTORIES));
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
