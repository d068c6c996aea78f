import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import { tell } from "../../../texts/tell.ts";
import { extractTag, readTags, type ExiftoolTags } from "../../metadata/exiftool.ts";
import type { Size } from "../target-size.ts";
import { withOrientation } from "./jpeg-orientation.ts";

/** The picture that a camera put into its RAW file. */
export interface RawPreview {
  /** A JPEG whose orientation is the RAW file's. */
  readonly jpeg: Buffer;
  /** "NEF", "DNG", …: what exiftool calls the format. */
  readonly format: string;
  /** Of the RAW picture as it is stored, not turned; absent where exiftool cannot tell. */
  readonly size?: Size;
}

/** Full-size previews of 100-megapixel cameras stay below half of this. */
const MAX_PREVIEW_BYTES = 100_000_000;
const JPEG_START = "\xff\xd8\xff";

/**
 * The largest JPEG inside the RAW file at `file`. Developing the sensor's own data is a matter of taste and of a
 * library for each camera; the camera's own JPEG is what its owner saw on the display.
 *
 * Rejects with `exiftool-missing`, or with `format-unsupported` where there is no JPEG inside.
 */
export async function readRawPreview(file: string): Promise<RawPreview> {
  const tags = await readTags(file, ["Preview:All", "FileType", "ImageSize", "Orientation#"]);
  const jpeg = await readLargest(file, findPreviews(tags));
  if (jpeg === undefined) {
    const message = `Expected a RAW file with a JPEG preview inside at ${file} but got one without`;
    throw new LibraryError("format-unsupported", message, {
      why: tell("reading.raw.no-preview"),
    });
  }
  // CRW files have no directory to say it in.
  const orientation = tags["IFD0:Orientation"] ?? tags["Composite:Orientation"];
  const size = toSize(tags["Composite:ImageSize"]);
  const format = tags["File:FileType"];
  return {
    jpeg: isOrientation(orientation) ? withOrientation(jpeg, orientation) : jpeg,
    format: typeof format === "string" ? format : "RAW",
    ...(size && { size }),
  };
}

interface Preview {
  readonly tag: string;
  readonly bytes: number;
}

/** Largest first. Of a binary value exiftool says "(Binary data 12345 bytes, use -b option to extract)". */
export function findPreviews(tags: ExiftoolTags): Preview[] {
  return Object.entries(tags)
    .flatMap(([tag, value]) => {
      const bytes = Number(/^\(Binary data (\d+) bytes/.exec(String(value))?.[1]);
      return bytes > 0 && bytes <= MAX_PREVIEW_BYTES ? [{ tag, bytes }] : [];
    })
    .sort((one, other) => other.bytes - one.bytes);
}

async function readLargest(
  file: string,
  previews: readonly Preview[],
): Promise<Buffer | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), "semblance-"));
  try {
    for (const [place, { tag }] of previews.entries()) {
      const to = path.join(folder, String(place));
      await extractTag(file, tag, to);
      const bytes = await readFile(to);
      // Some previews are TIFFs, and those of some newer cameras HEVC: the next smaller one is a JPEG.
      if (bytes.toString("latin1", 0, JPEG_START.length) === JPEG_START) return bytes;
    }
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isOrientation(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 8;
}

/** "6000x4000" */
function toSize(value: unknown): Size | undefined {
  const [, widthPx, heightPx] = /^(\d+)x(\d+)$/.exec(String(value)) ?? [];
  return widthPx === undefined
    ? undefined
    : { widthPx: Number(widthPx), heightPx: Number(heightPx) };
}
