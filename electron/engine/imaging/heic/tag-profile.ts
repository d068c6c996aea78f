import type { RawImage } from "../sharp.ts";

/** TIFF 6.0 field types. */
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/**
 * Wraps raw pixels and their colour profile in an uncompressed TIFF: the one way to tell sharp of a
 * profile that came beside the pixels, as a HEIC's does.
 */
export function tagProfile(image: RawImage, profile: Uint8Array): Buffer {
  const { pixels, widthPx, heightPx, channels } = image;
  const bitsAt = 8;
  const profileAt = bitsAt + 2 * channels;
  const pixelsAt = profileAt + profile.length + (profile.length % 2);
  const directoryAt = pixelsAt + pixels.length + (pixels.length % 2);
  const fields: (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, widthPx],
    [257, LONG, 1, heightPx],
    [258, SHORT, channels, bitsAt], // bits per sample
    [259, SHORT, 1, 1], // no compression
    [262, SHORT, 1, 2], // RGB
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, channels],
    [278, LONG, 1, heightPx], // all rows in one strip
    [279, LONG, 1, pixels.length],
    ...(channels === 4 ? ([[338, SHORT, 1, 2]] as const) : []), // straight alpha
    [34_675, UNDEFINED, profile.length, profileAt],
  ];

  const tiff = Buffer.alloc(directoryAt + 2 + 12 * fields.length + 4);
  tiff.write("II\x2a\0", "latin1");
  tiff.writeUInt32LE(directoryAt, 4);
  for (let channel = 0; channel < channels; channel++) tiff.writeUInt16LE(8, bitsAt + 2 * channel);
  tiff.set(profile, profileAt);
  tiff.set(pixels, pixelsAt);
  let at = tiff.writeUInt16LE(fields.length, directoryAt);
  for (const [tag, type, count, value] of fields) {
    at = tiff.writeUInt16LE(tag, at);
    at = tiff.writeUInt16LE(type, at);
    at = tiff.writeUInt32LE(count, at);
    at = tiff.writeUInt32LE(value, at);
  }
  return tiff;
}
