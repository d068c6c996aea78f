import type { FileHandle } from "node:fs/promises";

/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2), or an atom of a QuickTime file. */
export interface Box {
  readonly type: string;
  /** Of what is inside, in the file. */
  readonly start: number;
  readonly end: number;
}

/** More than any camera writes at one level; a file made to be slow ends here. */
const MAX_BOXES = 10_000;

/** The boxes between two offsets of a file, in order; ends where what follows is none. */
export async function* readBoxes(
  file: FileHandle,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Box> {
  const header = Buffer.alloc(16);
  let at = start;
  for (let count = 0; count < MAX_BOXES && at + 8 <= end; count++) {
    const { bytesRead } = await file.read(header, 0, 16, at);
    if (bytesRead < 8) return;
    const type = header.toString("latin1", 4, 8);
    const { headerBytes, sizeBytes } = readSize(header, bytesRead, end - at);
    if (sizeBytes < headerBytes || at + sizeBytes > end) return;
    yield { type, start: at + headerBytes, end: at + sizeBytes };
    at += sizeBytes;
  }
}

/** A size of 1 stands for one of 64 bits behind the type, 0 for all that is left. */
function readSize(header: Buffer, bytesRead: number, left: number) {
  const size = header.readUInt32BE(0);
  if (size === 1 && bytesRead === 16)
    return { headerBytes: 16, sizeBytes: Number(header.readBigUInt64BE(8)) };
  return { headerBytes: 8, sizeBytes: size === 0 ? left : size };
}
