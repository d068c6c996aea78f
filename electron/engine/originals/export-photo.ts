import { copyFile, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import type { ExportOptions } from "../../contract/originals.ts";
import type { PhotoDetail } from "../../contract/photo.ts";
import { removeLocation } from "../metadata/exiftool.ts";
import type { PhotoWorker } from "../photo-worker/photo-worker.ts";
import { exportExif } from "./export-exif.ts";
import { takeNames } from "./free-names.ts";

export interface Exporter {
  readonly folder: string;
  readonly options: ExportOptions;
  readonly photoWorker: Pick<PhotoWorker, "copy">;
}

type ExportedPhoto = Pick<
  PhotoDetail,
  "name" | "path" | "files" | "modifiedAtMs" | "kind" | "turn"
> &
  Parameters<typeof exportExif>[0];

/** Where the formats that are drawn anew have other names than the original. */
const EXTENSIONS = { jpeg: ".jpg", webp: ".webp", png: ".png" } as const;

/**
 * Writes a copy of a photo into a folder and answers with its path. Nothing there is ever replaced, and nothing half-written
 * stays. Originals travel with their companions, unless the place is to be left out: a sidecar or a RAW could name it.
 *
 * Rejects with what the file or the disk is at fault of, and with `exiftool-missing` where an original is wanted without
 * its place and there is no exiftool to take it out.
 */
export async function exportPhoto(photo: ExportedPhoto, exporter: Exporter): Promise<string> {
  const { options, folder } = exporter;
  const stem = path.parse(photo.name).name;
  const { format } = options;
  const names =
    format === "original"
      ? travelling(photo, options).map(({ name }) => name)
      : [`${stem}${EXTENSIONS[format]}`];
  const copies = await take(folder, stem, names);
  try {
    if (format === "original") await copyFiles(photo, copies, options);
    else await draw(photo, copies[0]!, format, exporter);
  } catch (error) {
    await Promise.all(copies.map((copy) => rm(copy, { force: true })));
    throw error;
  }
  return copies[0]!;
}

/** The files of an original that are copied, the shown one first. */
function travelling(
  { files }: ExportedPhoto,
  { withoutLocation }: ExportOptions,
): ExportedPhoto["files"] {
  return withoutLocation ? files.slice(0, 1) : files;
}

async function copyFiles(
  photo: ExportedPhoto,
  copies: readonly string[],
  options: ExportOptions,
): Promise<void> {
  for (const [index, file] of travelling(photo, options).entries()) {
    const copy = copies[index]!;
    await copyFile(file.path, copy).catch((cause: unknown) => {
      throw toCopyError(file.path, copy, cause);
    });
    if (options.withoutLocation) await removeLocation(copy);
  }
  // The file's time stands for the capture time where nothing else does.
  const modified = photo.modifiedAtMs / 1000;
  await utimes(copies[0]!, modified, modified);
}

async function draw(
  photo: ExportedPhoto,
  copy: string,
  format: keyof typeof EXTENSIONS,
  { options, photoWorker }: Exporter,
): Promise<void> {
  if (photo.kind === "video") {
    const message = `Expected a photo at ${photo.path} but it is a video, which can only be exported as it is`;
    throw new LibraryError("format-unsupported", message);
  }
  const { longSidePx, quality } = options;
  await photoWorker.copy(photo.path, copy, {
    format,
    quality,
    turnedBy: photo.turn,
    exif: { ...exportExif(photo, options) },
    ...(longSidePx !== undefined && { longSidePx }),
  });
}

async function take(folder: string, stem: string, names: readonly string[]): Promise<string[]> {
  try {
    return await takeNames(folder, stem, names);
  } catch (cause) {
    throw toCopyError(names[0] ?? stem, folder, cause);
  }
}

function toCopyError(from: string, to: string, cause: unknown): LibraryError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const isFull = cause instanceof Error && "code" in cause && cause.code === "ENOSPC";
  const isGone = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
  const code = isFull ? "disk-full" : isGone ? "file-missing" : "file-unreadable";
  return new LibraryError(code, `Expected to copy ${from} to ${to} but got ${said}`, { cause });
}
