import { readFile, stat } from "node:fs/promises";
import { readPngExif } from "./png-exif.ts";
import { openPicture } from "./sharp.ts";

/** The blocks in which a picture says things about itself, as they are stored. */
export interface StoredBlocks {
  readonly exif?: Buffer;
  readonly xmp?: Buffer;
  readonly iptc?: Buffer;
  /** There may be EXIF that was not read, because the file is too large to be held for it. */
  readonly isIncomplete?: true;
}

/** A TIFF is one EXIF block from beginning to end, its pixels included; the directory is often behind them. */
const MAX_TIFF_BYTES = 16_000_000;

/** Reads no pixels. Rejects where the file is no picture that can be opened here. */
export async function readBlocks(path: string): Promise<StoredBlocks> {
  const { format, exif, xmp, iptc } = await openPicture(path).metadata();
  const others = { ...(xmp && { xmp }), ...(iptc && { iptc }) };
  if (exif) return { exif, ...others };
  return { ...(await readExif(path, format)), ...others };
}

/** From the formats whose EXIF libvips leaves alone. */
async function readExif(
  path: string,
  format: string,
): Promise<Pick<StoredBlocks, "exif" | "isIncomplete">> {
  if (format === "tiff") {
    const isSmall = (await stat(path)).size <= MAX_TIFF_BYTES;
    return isSmall ? { exif: await readFile(path) } : { isIncomplete: true };
  }
  const exif = format === "png" ? await readPngExif(path) : undefined;
  return exif ? { exif } : {};
}
