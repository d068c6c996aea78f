import { readExifFacts } from "./exif-facts.ts";
import { readIptcFacts } from "./iptc-facts.ts";
import { readNameDate } from "./name-date.ts";
import { resolveFacts } from "./resolve-facts.ts";
import type { PhotoFacts } from "./photo-facts.ts";
import type { SourceFacts } from "./source-facts.ts";
import { readXmpFacts } from "./xmp-facts.ts";

/** A file's blocks of metadata as they are stored in it. */
export interface MetadataBlocks {
  readonly exif?: Buffer;
  readonly xmp?: Buffer;
  readonly iptc?: Buffer;
}

export interface MetadataParts {
  /** With its extension. */
  readonly name: string;
  readonly blocks: MetadataBlocks;
  /** Contents of XMP files beside the photo, the one that counts first. */
  readonly sidecars?: readonly Buffer[];
  /** From a reader for what the blocks of a file cannot say; goes where its EXIF would. */
  readonly others?: SourceFacts;
}

/** What a photo says of itself. Damaged blocks say nothing; it never fails. */
export function readMetadata({ name, blocks, sidecars = [], others }: MetadataParts): PhotoFacts {
  const { exif, xmp, iptc } = blocks;
  const takenAt = readNameDate(name);
  return resolveFacts({
    sidecar: sidecars.map(readXmpFacts),
    exif: [...(exif ? [readExifFacts(exif)] : []), ...(others ? [others] : [])],
    xmp: xmp ? [readXmpFacts(xmp)] : [],
    iptc: iptc ? [readIptcFacts(iptc)] : [],
    ...(takenAt !== undefined && { nameDate: takenAt }),
  });
}
