import { fileKind } from "../support/file-kind.ts";

/** Enough for every signature below, and for the brands that a phone's HEIC names. */
export const HEAD_BYTES = 64;

/** Who opens a file of this format. */
export type Decoder = "sharp" | "libheif" | "bmp" | "exiftool" | "none";

export interface PhotoFormat {
  /** As shown to the user: "JPEG", "PNG", … */
  readonly name: string;
  readonly decoder: Decoder;
}

const JPEG = { name: "JPEG", decoder: "sharp" } as const;
const PNG = { name: "PNG", decoder: "sharp" } as const;
const GIF = { name: "GIF", decoder: "sharp" } as const;
export const TIFF = { name: "TIFF", decoder: "sharp" } as const;
/** A camera's own format; exiftool knows which one. */
export const RAW = { name: "RAW", decoder: "exiftool" } as const;
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
  ["FUJIFILMCCD-RAW", raw("Fujifilm RAW")],
  ["IIU\0", raw("Panasonic RAW")],
  ["IIRO", raw("Olympus RAW")],
  ["IIRS", raw("Olympus RAW")],
  ["MMOR", raw("Olympus RAW")],
  ["FOVb", raw("Sigma RAW")],
  ["\0MRM", raw("Minolta RAW")],
  ["II\x1a\0\0\0HEAPCCDR", raw("Canon RAW")],
  ["<svg", undecodable("SVG")],
  ["<?xml", undecodable("XML")],
  ["<!DOCTYPE", undecodable("HTML")],
  ["<html", undecodable("HTML")],
  ["%PDF", undecodable("PDF")],
  ["8BPS", undecodable("Photoshop")],
  ["PK\x03\x04", undecodable("ZIP")],
];

/** What some decoder here opens. */
export type DecodableFormat = PhotoFormat & { readonly decoder: Exclude<Decoder, "none"> };

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
  "crx ": raw("Canon RAW"),
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
  return found === TIFF && isNamedRaw(text, fileName) ? RAW : found;
}

/** A picture of brand `mif1` may hold AV1 or HEVC; which one, the compatible brands tell. */
function sniffBrand(text: string): PhotoFormat | undefined {
  const brand = text.slice(8, 12);
  if (brand === "mif1" && listBrands(text).includes("avif")) return AVIF;
  return BRANDS[brand];
}

/** The compatible ones, up to the end of their box: what follows may hold any letters. */
function listBrands(text: string): string[] {
  const endAt = Buffer.from(text.slice(0, 4), "latin1").readUInt32BE();
  return text.slice(16, endAt).match(/.{4}/gs) ?? [];
}

/** Some say so behind the byte order; of others only the name tells. */
function isNamedRaw(text: string, fileName: string): boolean {
  return text.slice(8, 10) === "CR" || fileKind(fileName) === "raw";
}

/** A camera's own format, shown by the JPEG inside. */
function raw(name: string): PhotoFormat {
  return { name, decoder: "exiftool" };
}

function undecodable(name: string): PhotoFormat {
  return { name, decoder: "none" };
}
