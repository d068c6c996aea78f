import { open } from "node:fs/promises";

/** "RIFF", the number of bytes that follow, "WEBP" (RFC 9649, section 2.4). */
const HEADER_BYTES = 12;

/** Whether there is a WebP file that is as long as it says: one that was cut off by a crash or a full disk is not. */
export async function isWholeWebp(path: string): Promise<boolean> {
  try {
    await using file = await open(path);
    const header = Buffer.alloc(HEADER_BYTES);
    const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0);
    const isWebp = bytesRead === HEADER_BYTES && header.toString("latin1", 8) === "WEBP";
    return isWebp && header.readUInt32LE(4) + 8 === (await file.stat()).size;
  } catch {
    return false; // Whoever makes it anew is told what is wrong with its place.
  }
}
