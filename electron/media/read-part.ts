import { open, type FileHandle } from "node:fs/promises";

/** A thumbnail comes in one piece, so that its file is closed again before it is even sent. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes `first` to `last` of a file, read as they are consumed. The file is open only between the
 * first read and the last, so a picture that a page asks for and never fetches costs nothing.
 */
export function readPart(path: string, first: number, last: number): ReadableStream<Uint8Array> {
  let opening: Promise<FileHandle> | undefined;
  let isGivenUp = false;
  let position = first;
  return new ReadableStream(
    {
      async pull(controller) {
        opening ??= open(path);
        const handle = await opening;
        if (isGivenUp) return;
        const bytes = await readAt(handle, position, Math.min(CHUNK_BYTES, last + 1 - position));
        position += bytes.length;
        if (bytes.length > 0) controller.enqueue(bytes);
        if (position > last) {
          await handle.close();
          controller.close();
        }
      },
      // The page may lose interest while the file is still being opened.
      async cancel() {
        isGivenUp = true;
        await (await opening)?.close();
      },
    },
    { highWaterMark: 0 },
  );
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position);
  if (bytesRead > 0 || length === 0) return buffer.subarray(0, bytesRead);
  await handle.close();
  throw new Error(
    `expected ${length} more bytes at ${position} but the file was cut off meanwhile`,
  );
}
