import type { Turn as PhotoTurn } from "../../contract/value-names.ts";
import { decodePhoto } from "./decode.ts";
import type { Turn } from "./memory-lane.ts";
import { openPixels } from "./sharp.ts";
import { scaled, type Size } from "./target-size.ts";
import { writeWhole } from "./write-file.ts";

export interface CopySettings {
  readonly format: "jpeg" | "webp" | "png";
  /** Without it, the size of the original. */
  readonly longSidePx?: number;
  /** 1 to 100, of JPEG and WebP. */
  readonly quality: number;
  /** Degrees clockwise, over the orientation that the file has of its own. */
  readonly turnedBy: PhotoTurn;
  /** By IFD, in libvips' notation; nothing else is said of the photo. */
  readonly exif: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Draws the photo at `path` anew and writes it to `copyPath`: upright and turned, 8-bit sRGB with its profile. */
export async function writeCopy(
  path: string,
  copyPath: string,
  { format, longSidePx, quality, turnedBy, exif, turn }: CopySettings & { readonly turn?: Turn },
): Promise<void> {
  const { image } = await decodePhoto(path, (original) => copySize(original, longSidePx), {
    turn,
  });
  const picture = openPixels({ ...image, channels: 3 })
    .rotate(turnedBy)
    .withExif(exif)
    .withIccProfile("srgb");
  const encoded = {
    jpeg: () => picture.jpeg({ quality, chromaSubsampling: quality >= 90 ? "4:4:4" : "4:2:0" }),
    webp: () => picture.webp({ quality }),
    png: () => picture.png(),
  }[format]();
  await writeWhole(copyPath, await encoded.toBuffer());
}

function copySize(original: Size, longSidePx: number | undefined): Size {
  const longest = Math.max(original.widthPx, original.heightPx);
  return scaled(original, longSidePx === undefined ? 1 : longSidePx / longest);
}
