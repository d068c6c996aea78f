/** Enough for every signature below. */
export const VIDEO_HEAD_BYTES = 64;

const QUICKTIME_ATOMS = ["moov", "mdat", "wide", "free", "skip", "pnot"];

/** Tells a video's format by its first bytes, as shown to the user; undefined when they are those of nothing known here. */
export function sniffVideo(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  const word = text.slice(4, 8);
  if (word === "ftyp") return brandName(text.slice(8, 12));
  if (QUICKTIME_ATOMS.includes(word)) return "QuickTime";
  if (text.startsWith("\x1aE\xdf\xa3")) return text.includes("webm") ? "WebM" : "Matroska";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "AVI ") return "AVI";
  // Transport streams repeat a byte each 188; those of camcorders have four more in front.
  if (text.startsWith("G") || text[4] === "G") return "MPEG-TS";
  if (text.startsWith("\0\0\x01\xba") || text.startsWith("\0\0\x01\xb3")) return "MPEG";
  if (text.startsWith("0&\xb2u")) return "Windows Media";
  return text.startsWith("OggS") ? "Ogg" : undefined;
}

function brandName(brand: string): string {
  if (brand === "qt  ") return "QuickTime";
  return brand.startsWith("3g") ? "3GP" : "MP4";
}
