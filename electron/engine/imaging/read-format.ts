import { open } from "node:fs/promises";
import { basename } from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { toFileError } from "./file-errors.ts";
import { HEAD_BYTES, sniffFormat, type PhotoFormat } from "./sniff-format.ts";

/** The format of a file that can be decoded here; rejects, naming what it found, for every other. */
export async function readFormat(path: string): Promise<PhotoFormat> {
  const head = await readHead(path);
  if (head.length === 0) {
    throw new LibraryError("image-corrupt", `Expected a picture at ${path} but got an empty file`);
  }
  const format = sniffFormat(head, basename(path));
  if (format && format.decoder !== "none") return format;
  const found = format ? `a file of the format ${format.name}` : "a file of an unknown format";
  const message = `Expected a picture that can be decoded at ${path} but got ${found}`;
  throw new LibraryError("format-unsupported", message);
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw toFileError(path, cause);
  }
}
