import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { LibraryError } from "../../../../contract/errors.ts";
import { toWriteError } from "../../../imaging/file-errors.ts";
import { readFingerprint } from "../../../imaging/fingerprint.ts";

/**
 * Copies a file so that whoever opens `to` finds all of it or nothing, also after a power cut. Rejects with
 * `model-invalid` when the copy's checksum is another than `sha256`, and with `disk-full`; then nothing is left.
 */
export async function copyWhole(from: string, to: string, sha256: string): Promise<void> {
  const draft = `${to}.${randomUUID()}`;
  try {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, draft, constants.COPYFILE_FICLONE);
    const copied = await readFingerprint(draft);
    if (copied !== sha256) {
      const message = `Expected SHA-256 ${sha256} of the copy of ${from} but got ${copied}`;
      throw new LibraryError("model-invalid", message);
    }
    await moveDurably(draft, to);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause instanceof LibraryError ? cause : toWriteError(to, cause);
  }
}

/** Renames a file when its bytes, and then the folder's word of it, are on the disk itself. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await sync(from, "r+");
  await rename(from, to);
  // Windows has no such thing for folders.
  if (process.platform !== "win32") await sync(dirname(to), "r");
}

async function sync(path: string, flags: string): Promise<void> {
  await using file = await open(path, flags);
  await file.sync();
}
