/**
 * @file The text of a date field in an EXIF block.
 *
 * exif-reader turns dates into Date objects: what is not exactly `YYYY:MM:DD hh:mm:ss` (a fraction, a
 * space for the last NUL, ISO notation) becomes null, and 0000:00:00 a day in 1899. So these are read here.
 */

const EXIF_DIRECTORY = 0x8769;
const ASCII = 2;
const ENTRY_BYTES = 12;

/** The text of `tag` in the block's Exif directory; undefined where there is none. Throws on a damaged block. */
export function readDateText(block: Buffer, tag: number): string | undefined {
  const start = block.toString("latin1", 0, 4) === "Exif" ? 6 : 0;
  const tiff = block.subarray(start);
  const isBigEndian = tiff.toString("latin1", 0, 2) === "MM";
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const short = (at: number) => view.getUint16(at, !isBigEndian);
  const long = (at: number) => view.getUint32(at, !isBigEndian);

  function find(directoryAt: number, wanted: number): number | undefined {
    const count = short(directoryAt);
    for (let entry = 0; entry < count; entry++) {
      const at = directoryAt + 2 + entry * ENTRY_BYTES;
      if (short(at) === wanted) return at;
    }
    return undefined;
  }

  const link = find(long(4), EXIF_DIRECTORY);
  const field = link === undefined ? undefined : find(long(link + 8), tag);
  if (field === undefined || short(field + 2) !== ASCII) return undefined;
  const lengthBytes = long(field + 4);
  const at = lengthBytes <= 4 ? field + 8 : long(field + 8);
  return tiff.toString("latin1", at, at + lengthBytes);
}
