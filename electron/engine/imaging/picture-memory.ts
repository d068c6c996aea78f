/**
 * @file How much memory a decoder will hold, told by a file's header before anything is decoded. Pure.
 *
 * The figures are peaks of a process that decodes one picture of 50 or 200 megapixels, less what it had before, by
 * test/bench/formats. Most decoders hold some rows, however large the picture: those count as nothing.
 */

/** What sharp's metadata say of a file, as far as memory depends on it. */
export interface PictureHeader {
  /** "JPEG", "PNG", …; by content. */
  readonly format: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
  /** "uchar", "ushort", "float", … */
  readonly depth: string;
  /** A progressive JPEG or an interlaced PNG. */
  readonly isProgressive: boolean;
  /** "4:2:0", "4:4:4", …; JPEG alone. */
  readonly chromaSubsampling?: string;
}

/** Above this a file is refused, because with it the engine and its photo worker together would pass 1.5 GB. */
export const MAX_DECODER_BYTES = 950_000_000;

/** A coefficient of a progressive JPEG, of which all are kept until the last scan. */
const COEFFICIENT_BYTES = 2;
/** The decoder's planes, libheif's copy of them, and libvips's. */
const AVIF_BYTES = 19;
/** The same with ten or twelve bits a sample. */
const DEEP_AVIF_BYTES = 26;
/** WebAssembly holds the planes and the picture, and the picture is handed over as RGBA. */
const HEIC_BYTES = 13;
/** The file, its pixels as RGBA, and as RGB. */
const BMP_BYTES = 11;
const GIF_BYTES = 5;
/** Of a lossless one; a lossy one is reduced while it is decoded and takes nearly nothing, but the header does not tell. */
const WEBP_BYTES = 4.5;

/** Most bytes that are held at a time to decode all of the picture, reduced to what indexing or viewing needs. */
export function decoderBytes(header: PictureHeader): number {
  return header.widthPx * header.heightPx * bytesPerPixel(header);
}

/** All of its pixels at once, as for a part of a picture that must be turned first. */
export function wholeBytes({ widthPx, heightPx, channels, depth }: PictureHeader): number {
  return widthPx * heightPx * channels * (DEPTH_BYTES[depth] ?? 8);
}

const DEPTH_BYTES: Readonly<Record<string, number>> = {
  uchar: 1,
  char: 1,
  ushort: 2,
  short: 2,
  uint: 4,
  int: 4,
  float: 4,
};

function bytesPerPixel(header: PictureHeader): number {
  const { format, channels, depth, isProgressive } = header;
  switch (format) {
    case "JPEG":
      return isProgressive ? COEFFICIENT_BYTES * samplesPerPixel(header) : 0;
    case "PNG":
      return isProgressive ? channels * (DEPTH_BYTES[depth] ?? 8) : 0;
    case "GIF":
      return GIF_BYTES;
    case "WebP":
      return WEBP_BYTES;
    case "AVIF":
      return depth === "uchar" ? AVIF_BYTES : DEEP_AVIF_BYTES;
    case "HEIC":
      return HEIC_BYTES;
    case "BMP":
      return BMP_BYTES;
    default:
      return 0;
  }
}

/** Of a JPEG, of which most keep colour at half or a quarter of the resolution. */
function samplesPerPixel({ channels, chromaSubsampling = "" }: PictureHeader): number {
  if (channels !== 3) return channels;
  return chromaSubsampling.startsWith("4:2:") ? (chromaSubsampling === "4:2:0" ? 1.5 : 2) : 3;
}
