import { extensionOf, RAW_EXTENSIONS } from "./supported-files.ts";

/** Enough for every signature below. */
export const HEAD_BYTES = 32;

/** Who opens a file of this format. */
export type Decoder = "sharp" | "libheif" | "bmp" | "none";

export interface PhotoFormat {
  /** As shown to the user: "JPEG", "PNG", … */
  readonly name: string;
  readonly decoder: Decoder;
}

const JPEG = { name: "JPEG", decoder: "sharp" } as const;
const PNG = { name: "PNG", decoder: "sharp" } as const;
const GIF = { name: "GIF", decoder: "sharp" } as const;
const TIFF = { name: "TIFF", decoder: "sharp" } as const;
const WEBP = { name: "WebP", decoder: "sharp" } as const;
const AVIF = { name: "AVIF", decoder: "sharp" } as const;
const BMP = { name: "BMP", decoder: "bmp" } as const;
const HEIC = { name: "HEIC", decoder: "libheif" } as const;

const SIGNATURES: readonly (readonly [signature: string, format: PhotoFormat])[] = [
  ["\xff\xd8\xff", JPEG],
  ["\x89PNG\r\n\x1a\n", PNG],
  ["GIF87a", GIF],
  ["GIF89a", GIF],
  ["II\x2a\0", TIFF],
  ["MM\0\x2a", TIFF],
  ["II\x2b\0", TIFF],
  ["MM\0\x2b", TIFF],
  ["BM", BMP],
  ["\xff\x0a", undecodable("JPEG XL")],
  ["\0\0\0\x0cJXL \r\n\x87\n", undecodable("JPEG XL")],
  ["\0\0\0\x0cjP  \r\n\x87\n", undecodable("JPEG 2000")],
  ["\xff\x4f\xff\x51", undecodable("JPEG 2000")],
  ["FUJIFILMCCD-RAW", undecodable("Fujifilm RAW")],
  ["IIU\0", undecodable("Panasonic RAW")],
  ["IIRO", undecodable("Olympus RAW")],
  ["IIRS", undecodable("Olympus RAW")],
  ["MMOR", undecodable("Olympus RAW")],
  ["FOVb", undecodable("Sigma RAW")],
  ["\0MRM", undecodable("Minolta RAW")],
  ["<svg", undecodable("SVG")],
  ["<?xml", undecodable("XML")],
  ["<!DOCTYPE", undecodable("HTML")],
  ["<html", undecodable("HTML")],
  ["%PDF", undecodable("PDF")],
  ["8BPS", undecodable("Photoshop")],
  ["PK\x03\x04", undecodable("ZIP")],
];

/** By the four letters after `ftyp`, the "brand" of an ISO base media file. */
const BRANDS: Readonly<Record<string, PhotoFormat>> = {
  avif: AVIF,
  avis: undecodable("animated AVIF"),
  heic: HEIC,
  heix: HEIC,
  heim: HEIC,
  heis: HEIC,
  hevc: HEIC,
  hevx: HEIC,
  mif1: HEIC,
  msf1: HEIC,
  "crx ": undecodable("Canon RAW"),
  "qt  ": undecodable("QuickTime video"),
  isom: undecodable("MP4 video"),
  mp41: undecodable("MP4 video"),
  mp42: undecodable("MP4 video"),
};

/** Tells the format by a file's first bytes; undefined when they are those of nothing known here. */
export function sniffFormat(head: Uint8Array, fileName: string): PhotoFormat | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return WEBP;
  if (text.slice(4, 8) === "ftyp") return sniffBrand(text);
  const found = SIGNATURES.find(([signature]) => text.startsWith(signature))?.[1];
  // Most cameras' RAW files are TIFFs outside; what a TIFF reader finds in them is a tiny thumbnail.
  if (found === TIFF && isRawTiff(text, fileName)) return undecodable("RAW");
  return found;
}

/** A picture of brand `mif1` may hold AV1 or HEVC; which one, the compatible brands tell. */
function sniffBrand(text: string): PhotoFormat | undefined {
  const brand = text.slice(8, 12);
  if (brand === "mif1" && text.slice(16).includes("avif")) return AVIF;
  return BRANDS[brand];
}

function isRawTiff(text: string, fileName: string): boolean {
  return text.slice(8, 10) === "CR" || RAW_EXTENSIONS.has(extensionOf(fileName));
}

function undecodable(name: string): PhotoFormat {
  return { name, decoder: "none" };
}
