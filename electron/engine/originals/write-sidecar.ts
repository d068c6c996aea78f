import { chmod, lstat, open, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { LibraryError } from "../../contract/errors.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import type { FileStamp } from "../catalog/photos.ts";
import { MAX_XMP_BYTES } from "../metadata/xmp/xmp-document.ts";
import { isDiskFull } from "../support/disk-full.ts";
import { replaceFile } from "../support/replace-file.ts";

/** Like other files' when somebody who writes files for a group makes one. */
const PERMISSIONS = 0o777;

/**
 * The bytes of a sidecar; undefined where there is none, but its photo is where it should be. Rejects with `file-missing` where that is not,
 * with `sidecar-invalid` for what is no plain file or too large, and with `file-unreadable`.
 */
export async function readSidecarFile(photo: string, sidecar: string): Promise<Buffer | undefined> {
  try {
    await lstat(photo);
  } catch (cause) {
    throw toldError("file-missing", tell("xmp.photo-gone", { photo }), { cause });
  }
  return readPlainFile(sidecar);
}

export interface SidecarWriting {
  /** What the file held when the new content was made from it. */
  readonly expected: Buffer | undefined;
  readonly content: Buffer;
}

/**
 * Puts a sidecar in the place of the one that is there, all of it or nothing, on the disk itself when this resolves; the photo is not
 * touched. Answers with what the disk says of it, or undefined where another program has written it meanwhile: then nothing
 * was done. Rejects with `file-read-only`, `disk-full`, or `file-unreadable` with what else the system said.
 */
export async function writeSidecar(
  sidecar: string,
  { expected, content }: SidecarWriting,
): Promise<FileStamp | undefined> {
  const found = await readPlainFile(sidecar);
  if (expected === undefined ? found !== undefined : !found?.equals(expected)) return undefined;
  try {
    // A file that its owner protected stays, though its folder would allow to put another in its place.
    if (expected) await (await open(sidecar, "r+")).close();
    const { mode } = expected ? await lstat(sidecar) : { mode: undefined };
    await replaceFile(sidecar, content, { flush: true });
    if (mode !== undefined) await chmod(sidecar, mode & PERMISSIONS);
    const stats = await lstat(sidecar, { bigint: true });
    return {
      sizeBytes: Number(stats.size),
      modifiedAtUs: Number(stats.mtimeNs / 1000n),
      fileKey: `${stats.dev}:${stats.ino}`,
    };
  } catch (cause) {
    throw toWriteError(sidecar, cause);
  }
}

/** A draft of replaceFile, whose name is random: one that is older than any writing takes was left behind by a crash. */
const DRAFT = /\.xmp\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.part$/i;
const DRAFT_AGE_MS = 3_600_000;

/** Removes what a program that was killed while it wrote sidecars into this directory left there. */
export async function clearDrafts(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []); // Writing there says what is wrong.
  for (const name of names.filter((each) => DRAFT.test(each))) {
    const draft = path.join(directory, name);
    const stats = await lstat(draft).catch(() => undefined); // Gone meanwhile, as it should be.
    if (stats?.isFile() && Date.now() - stats.mtimeMs > DRAFT_AGE_MS)
      await rm(draft, { force: true }).catch(() => undefined); // It stays where nothing may be changed.
  }
}

/** The same without asking for a photo. */
export async function readPlainFile(file: string): Promise<Buffer | undefined> {
  const stats = await lstat(file).catch((cause: unknown) => {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw unreadable(file, cause);
  });
  if (!stats) return undefined;
  if (!stats.isFile() || stats.size > MAX_XMP_BYTES) {
    const most = String(MAX_XMP_BYTES / 1e6);
    throw toldError("sidecar-invalid", tell("xmp.no-file", { file, most }));
  }
  return readFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
}

function unreadable(file: string, cause: unknown): LibraryError {
  const told = tell("xmp.unreadable", { file, said: codeOf(cause) });
  return toldError("file-unreadable", told, { cause });
}

function toWriteError(file: string, cause: unknown): LibraryError {
  const said = codeOf(cause);
  if (isDiskFull(cause))
    return toldError("disk-full", tell("xmp.no-room", { file, said }), { cause });
  if (["EACCES", "EPERM", "EROFS"].includes(said)) {
    const [name, folder] = [path.basename(file), path.dirname(file)];
    return toldError("file-read-only", tell("xmp.read-only", { name, folder, said }), { cause });
  }
  return toldError("file-unreadable", tell("xmp.unwritable", { file, said }), { cause });
}

function codeOf(cause: unknown): string {
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string")
    return cause.code;
  return String(cause);
}
