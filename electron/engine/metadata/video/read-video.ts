import { open, type FileHandle } from "node:fs/promises";
import { readTags, type ExiftoolTags } from "../exiftool.ts";
import { readMp4Facts } from "./mp4-facts.ts";
import { sniffVideo, VIDEO_HEAD_BYTES } from "./sniff-video.ts";
import type { VideoFacts, VideoSize } from "./video-facts.ts";

/** Their headers are read here, so that phones' films need no exiftool. */
const ISO_MEDIA = ["MP4", "QuickTime", "3GP"];

/**
 * A video's format, and its length and size where they can be read: of MP4, QuickTime and 3GP from their own headers, of all
 * others through exiftool, where there is one. What is damaged or unknown says less and is no failure. Rejects with what the
 * system says where the file cannot be opened or read.
 */
export async function readVideo(file: string): Promise<VideoFacts> {
  await using handle = await open(file);
  const head = Buffer.alloc(VIDEO_HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, VIDEO_HEAD_BYTES, 0);
  const name = sniffVideo(head.subarray(0, bytesRead));
  if (name === undefined) return { format: "Video" };
  const size = ISO_MEDIA.includes(name) ? await readHeader(handle) : await askExiftool(file);
  return { ...size, format: `${name} video` };
}

/**
 * When an MP4 or QuickTime file says that it was recorded, as wall time of this machine's zone, because the file says it in
 * Greenwich's and not where it was; undefined for others. Rejects as above.
 */
export async function readRecordedAt(file: string): Promise<string | undefined> {
  await using handle = await open(file);
  const { createdAtMs } = await readMp4Facts(handle, (await handle.stat()).size);
  if (createdAtMs === undefined) return undefined;
  const offsetMs = new Date(createdAtMs).getTimezoneOffset() * 60_000;
  return new Date(createdAtMs - offsetMs).toISOString().slice(0, 19);
}

async function readHeader(handle: FileHandle): Promise<VideoSize> {
  const { size } = await handle.stat();
  const { durationSeconds, widthPx, heightPx } = await readMp4Facts(handle, size);
  return {
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(widthPx !== undefined && heightPx !== undefined && { widthPx, heightPx }),
  };
}

async function askExiftool(file: string): Promise<VideoSize> {
  let tags: ExiftoolTags;
  try {
    tags = await readTags(file, ["Duration#", "ImageWidth#", "ImageHeight#"]);
  } catch {
    return {}; // Not there, or at a loss with this file: then nobody knows.
  }
  const [durationSeconds, widthPx, heightPx] = ["Duration", "ImageWidth", "ImageHeight"].map(
    (name) => findPositive(tags, name),
  );
  return {
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(widthPx !== undefined && heightPx !== undefined && { widthPx, heightPx }),
  };
}

function findPositive(tags: ExiftoolTags, name: string): number | undefined {
  const values = Object.entries(tags).filter(([key]) => key.split(":").at(-1) === name);
  return values
    .map(([, value]) => Number(value))
    .find((value) => value > 0 && Number.isFinite(value));
}
