/**
 * @file The one door to exiftool: one process of it for each of ours, started when first asked, ended when
 * idle. A question costs tens of milliseconds, so it is for what nothing else reads: RAW, video, rare tags. Most
 * processes of ours ask none, so its package is loaded with the first.
 */
import { mkdtemp, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ExifTool } from "exiftool-vendored";
import { LibraryError } from "../../contract/errors.ts";
import { enReading } from "../../texts/en/reading.ts";
import { tell } from "../../texts/tell.ts";
import { findPerl } from "./find-perl.ts";

/** Half of what a file may take in all; a question that hangs ends exiftool, and the next one starts another. */
const TASK_TIMEOUT_MS = 15_000;
const START_TIMEOUT_MS = 20_000;
/** Long enough for the gaps within one folder of RAW files, short enough to be gone when nobody needs it. */
const IDLE_MS = 30_000;

/** Tags as `Group1:Name`, such as `IFD0:Orientation`. */
export type ExiftoolTags = Readonly<Record<string, unknown>>;

let running: ExifTool | undefined;

/** The text that says why there is no exiftool on this machine; undefined where there is one. */
export async function whyNoExiftool(): Promise<
  "reading.exiftool.perl" | "reading.exiftool.none" | undefined
> {
  if (process.platform !== "win32" && (await findPerl()) === undefined)
    return "reading.exiftool.perl";
  const { exiftoolPath } = await import("exiftool-vendored");
  const found = await exiftoolPath().catch(() => undefined);
  return found === undefined ? "reading.exiftool.none" : undefined;
}

/**
 * The values of `tags` (exiftool's names, with a group where wanted: `EXIF:Make`, `Preview:All`; `#` at the end asks
 * for the number behind the words). Every value of a name that occurs several times is there under its own group;
 * a tag that the file lacks is not, and of a file that exiftool cannot make sense of none are. Of binary values only
 * the size is told.
 *
 * Rejects with `exiftool-missing`, `file-missing`, `decode-timeout`, or `image-corrupt` with what else exiftool said.
 */
export async function readTags(file: string, tags: readonly string[]): Promise<ExiftoolTags> {
  const readArgs = ["-a", "-G1", ...tags.map((tag) => `-${tag}`)];
  return ask(file, async (exiftool, plainPath) => {
    const answer = await exiftool.readRaw(plainPath, { readArgs });
    const { errors = [], warnings: _notes, SourceFile: _file, ...found } = answer;
    const [complaint] = errors;
    if (complaint !== undefined) throw new Error(complaint);
    return found;
  });
}

/** Writes the binary value of `tag`, named as in the answer of {@link readTags}, to the new file `to`. Rejects as that does. */
export async function extractTag(file: string, tag: string, to: string): Promise<void> {
  await ask(file, (exiftool, plainPath) => exiftool.extractBinaryTag(tag, plainPath, to));
}

/** Takes out of `file` itself everything that says where it was taken. Rejects as {@link readTags} does. */
export async function removeLocation(file: string): Promise<void> {
  const writeArgs = [
    "-overwrite_original",
    "-P",
    "-gps:all=",
    "-xmp:geotag=",
    "-xmp-exif:gps*=",
    "-Keys:GPSCoordinates=",
    "-UserData:GPSCoordinates=",
  ];
  await ask(file, (exiftool, plainPath) => exiftool.write(plainPath, {}, { writeArgs }));
}

/** Ends the process if one runs; the next question starts another. */
export async function endExiftool(): Promise<void> {
  const ending = running;
  running = undefined;
  await ending?.end();
}

async function ask<T>(
  file: string,
  question: (exiftool: ExifTool, plainPath: string) => Promise<T>,
): Promise<T> {
  const missing = await whyNoExiftool();
  if (missing !== undefined) {
    const message = `Expected exiftool to read ${file} but: ${enReading[missing]}`;
    throw new LibraryError("exiftool-missing", message, { why: tell(missing) });
  }
  try {
    // A process that cannot find the file says so in words; the system says it in a code.
    await stat(file);
    const exiftool = await start();
    return await withPlainPath(file, (plainPath) => question(exiftool, plainPath));
  } catch (cause) {
    throw toExiftoolError(file, cause);
  }
}

async function start(): Promise<ExifTool> {
  const { DefaultExiftoolArgs, ExifTool } = await import("exiftool-vendored");
  running ??= new ExifTool({
    maxProcs: 1,
    taskTimeoutMillis: TASK_TIMEOUT_MS,
    spawnTimeoutMillis: START_TIMEOUT_MS,
    maxIdleMsPerProcess: IDLE_MS,
    // What exiftool could not read once it will not read a moment later.
    taskRetries: 0,
    // Without this, a .ExifTool_config in the working folder would be run as a program.
    exiftoolArgs: ["-config", "", ...DefaultExiftoolArgs],
  });
  return running;
}

/** Questions reach exiftool as lines, so a file with a line break in its name is asked about by another name. */
async function withPlainPath<T>(file: string, use: (plainPath: string) => Promise<T>): Promise<T> {
  if (!/[\r\n]/.test(file)) return use(file);
  const folder = await mkdtemp(path.join(tmpdir(), "semblance-"));
  try {
    const link = path.join(folder, `file${path.extname(file)}`.replaceAll(/[\r\n]/g, ""));
    await symlink(path.resolve(file), link);
    return await use(link);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toExiftoolError(file: string, cause: unknown): LibraryError {
  if (cause instanceof LibraryError) return cause;
  const said = cause instanceof Error ? cause.message.trim() : String(cause);
  if (/ENOENT|ENOTDIR/.test(said)) {
    const message = `Expected a readable file at ${file} but there is none`;
    return new LibraryError("file-missing", message, {
      cause,
      why: tell("reading.gone", { path: file }),
    });
  }
  if (/timeout|timed out/i.test(said)) {
    const message = `Expected exiftool to read ${file} within ${TASK_TIMEOUT_MS / 1000} s but it did not`;
    return new LibraryError("decode-timeout", message, { cause, why: tell("reading.timeout") });
  }
  const message = `Expected exiftool to read ${file} but got: ${said}`;
  return new LibraryError("image-corrupt", message, {
    cause,
    why: tell("reading.exiftool", { said }),
  });
}
