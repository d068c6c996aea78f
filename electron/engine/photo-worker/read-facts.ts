import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { readBlocks } from "../imaging/read-blocks.ts";
import { EXIFTOOL_TAGS, toSourceFacts } from "../metadata/exiftool-facts.ts";
import { readTags } from "../metadata/exiftool.ts";
import type { PhotoFacts } from "../metadata/photo-facts.ts";
import { readMetadata } from "../metadata/read-metadata.ts";
import type { SourceFacts } from "../metadata/source-facts.ts";
import { readRecordedAt } from "../metadata/video/read-video.ts";
import { MAX_XMP_BYTES } from "../metadata/xmp/xmp-document.ts";
import { fileKind } from "../support/file-kind.ts";
import { toFileError } from "../imaging/file-errors.ts";

/**
 * What a file, the XMP files beside it and its name say. exiftool, which takes forty times as long, is asked only about what
 * sharp does not open (RAW, video, large TIFF, damaged files), and about a camera's photo without a date, which then is in the
 * maker's own notes. Rejects only where the file itself cannot be reached.
 */
export async function readFacts(file: string, sidecars: readonly string[]): Promise<PhotoFacts> {
  await stat(file).catch((cause: unknown) => {
    throw toFileError(file, cause);
  });
  const blocks = fileKind(file) === "image" ? await orNothing(readBlocks(file)) : undefined;
  const parts = {
    name: path.basename(file),
    blocks: blocks ?? {},
    sidecars: (await Promise.all(sidecars.map(readSidecar))).filter((each) => each !== undefined),
  };
  const facts = readMetadata(parts);
  const isEnough = isDated(facts) || !isOfCamera(facts);
  if (blocks && !blocks.isIncomplete && isEnough) return facts;
  const others = await orNothing(askExiftool(file));
  return others ? readMetadata({ ...parts, others }) : facts;
}

function isOfCamera({ camera, exposureSeconds }: PhotoFacts): boolean {
  return camera !== undefined || exposureSeconds !== undefined;
}

function isDated({ takenFrom }: PhotoFacts): boolean {
  return takenFrom !== undefined && takenFrom !== "name";
}

async function askExiftool(file: string): Promise<SourceFacts> {
  try {
    return toSourceFacts(await readTags(file, EXIFTOOL_TAGS));
  } catch (error) {
    // Where there is no exiftool, the date of a phone's film can be read all the same.
    if (fileKind(file) !== "video") throw error;
    const recordedAt = await readRecordedAt(file);
    return recordedAt === undefined ? {} : { digitizedAt: recordedAt };
  }
}

/** One that has gone, or is too large to be one, says nothing. */
async function readSidecar(file: string): Promise<Buffer | undefined> {
  return orNothing(
    stat(file).then(({ size }) => (size <= MAX_XMP_BYTES ? readFile(file) : undefined)),
  );
}

/** What cannot be read has no facts; whether the picture can be shown is found out by decoding it. */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
