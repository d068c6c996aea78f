import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { replaceFile } from "../support/replace-file.ts";
import { toWriteError } from "./file-errors.ts";

/** Whoever opens `path` finds all of it or nothing; makes its folder. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, bytes);
  } catch (cause) {
    throw toWriteError(path, cause);
  }
}
