import type { FileHandle } from "node:fs/promises";
import { readBoxes, type Box } from "./boxes.ts";
import type { VideoSize } from "./video-facts.ts";

/** What the header of an MP4 or QuickTime file says; what it does not say is absent. */
export interface Mp4Facts extends VideoSize {
  /** Epoch milliseconds; by the standard of the moment of recording, but some cameras write local time. */
  readonly createdAtMs?: number;
}

/** Seconds from the standard's epoch, 1904-01-01, to 1970. */
const EPOCH_SECONDS = 2_082_844_800;
/** Version 1 of a header, which is the longest, up to its last field that is read. */
const MVHD_BYTES = 32;
const TKHD_BYTES = 96;

/** ISO/IEC 14496-12, 8.2.2 (mvhd) and 8.3.2 (tkhd). A damaged file says as much as there is of it. */
export async function readMp4Facts(file: FileHandle, sizeBytes: number): Promise<Mp4Facts> {
  const movie = await findBox(file, { start: 0, end: sizeBytes }, "moov");
  if (!movie) return {};
  let facts: Mp4Facts = {};
  for await (const box of readBoxes(file, movie)) {
    if (box.type === "mvhd")
      facts = { ...readMovieHeader(await read(file, box, MVHD_BYTES)), ...facts };
    if (box.type === "trak" && facts.widthPx === undefined) {
      const track = await findBox(file, box, "tkhd");
      if (track) facts = { ...facts, ...readTrackSize(await read(file, track, TKHD_BYTES)) };
    }
  }
  return facts;
}

async function findBox(
  file: FileHandle,
  within: { readonly start: number; readonly end: number },
  type: string,
): Promise<Box | undefined> {
  for await (const box of readBoxes(file, within)) if (box.type === type) return box;
  return undefined;
}

async function read(file: FileHandle, { start, end }: Box, most: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.min(most, end - start));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
  return bytes.subarray(0, bytesRead);
}

function readMovieHeader(header: Buffer): Mp4Facts {
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return {};
  const createdAt = isLong ? Number(header.readBigUInt64BE(4)) : header.readUInt32BE(4);
  const unitsPerSecond = header.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  // All ones is the standard's word for unknown; 0 is what a recording that was cut off leaves.
  const isKnown = duration > 0 && duration < (isLong ? 2 ** 63 : 0xffff_ffff) && unitsPerSecond > 0;
  return {
    ...(isKnown && { durationSeconds: duration / unitsPerSecond }),
    // A clock that was never set says 0, or 1970.
    ...(createdAt > EPOCH_SECONDS && { createdAtMs: (createdAt - EPOCH_SECONDS) * 1000 }),
  };
}

/** As it is shown: a phone held upright records a lying picture and a matrix that turns it. */
function readTrackSize(header: Buffer): VideoSize {
  const matrixAt = header[0] === 1 ? 52 : 40;
  if (header.length < matrixAt + 44) return {};
  const isTurned =
    Math.abs(header.readInt32BE(matrixAt + 4)) > Math.abs(header.readInt32BE(matrixAt));
  const [across, down] = [36, 40].map((at) =>
    Math.round(header.readUInt32BE(matrixAt + at) / 65536),
  );
  if (!across || !down) return {};
  return isTurned ? { widthPx: down, heightPx: across } : { widthPx: across, heightPx: down };
}
