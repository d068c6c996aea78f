import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { toWriteError } from "./file-errors.ts";

/** Writes beside the target, then renames: whoever opens `path` finds all of it or nothing. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {
      // Whatever kept the draft from being written is reported below.
    });
    throw toWriteError(path, cause);
  }
}
