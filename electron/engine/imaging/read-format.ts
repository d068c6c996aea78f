import { open } from "node:fs/promises";
import { basename } from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import { toFileError } from "./file-errors.ts";
import { isRawTiff } from "./raw/raw-tiff.ts";
import {
  HEAD_BYTES,
  RAW,
  sniffFormat,
  TIFF,
  type DecodableFormat,
  type PhotoFormat,
} from "./sniff-format.ts";

/** The format of a file that can be decoded here; rejects, naming what it found, for every other. */
export async function readFormat(path: string): Promise<DecodableFormat> {
  const format = await sniffFile(path);
  if (isDecodable(format)) return format;
  const found = format ? `a file of the format ${format.name}` : "a file of an unknown format";
  const message = `Expected a picture that can be decoded at ${path} but got ${found}`;
  const why = format
    ? tell("reading.format", { format: format.name })
    : tell("reading.format.unknown");
  throw new LibraryError("format-unsupported", message, { why });
}

function isDecodable(format: PhotoFormat | undefined): format is DecodableFormat {
  return format !== undefined && format.decoder !== "none";
}

async function sniffFile(path: string): Promise<PhotoFormat | undefined> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    if (bytesRead === 0) {
      const message = `Expected a picture at ${path} but got an empty file`;
      throw new LibraryError("image-corrupt", message, { why: tell("reading.empty") });
    }
    const format = sniffFormat(buffer.subarray(0, bytesRead), basename(path));
    // Most cameras' RAW files are TIFFs outside; what a TIFF reader finds in them is a tiny thumbnail.
    return format === TIFF && (await isRawTiff(file)) ? RAW : format;
  } catch (cause) {
    throw toFileError(path, cause);
  }
}
