import { open, type FileHandle } from "node:fs/promises";

const SIGNATURE_BYTES = 8;
/** Length and type before a chunk's data, its checksum behind. */
const HEADER_BYTES = 8;
const CHECKSUM_BYTES = 4;
/** Pictures of a hundred megapixels have some thousand chunks; a file of many more was made to waste time. */
const MAX_CHUNKS = 50_000;
const MAX_EXIF_BYTES = 16_000_000;

/**
 * The EXIF block of a PNG, which libvips does not hand out: the chunk eXIf of the PNG specification, third edition, section
 * 11.3.4.5. Undefined where there is none.
 */
export async function readPngExif(path: string): Promise<Buffer | undefined> {
  await using file = await open(path);
  let at = SIGNATURE_BYTES;
  for (let count = 0; count < MAX_CHUNKS; count++) {
    const header = await readAt(file, at, HEADER_BYTES);
    if (header.length < HEADER_BYTES) return undefined;
    const lengthBytes = header.readUInt32BE(0);
    if (header.toString("latin1", 4) === "eXIf") {
      return lengthBytes > MAX_EXIF_BYTES
        ? undefined
        : await readAt(file, at + HEADER_BYTES, lengthBytes);
    }
    at += HEADER_BYTES + lengthBytes + CHECKSUM_BYTES;
  }
  return undefined;
}

async function readAt(file: FileHandle, at: number, lengthBytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(lengthBytes), 0, lengthBytes, at);
  return buffer.subarray(0, bytesRead);
}
