import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { toFileError } from "./file-errors.ts";

/** Large reads keep the hash, not the event loop, the slowest part. */
const CHUNK_BYTES = 1 << 20;

/** SHA-256 of the file's bytes, lower-case hex. */
export async function readFingerprint(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), hash);
  } catch (cause) {
    throw toFileError(path, cause);
  }
  return hash.digest("hex");
}
