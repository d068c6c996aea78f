/**
 * @file The datasets of IPTC-IIM, the block of news agencies that older programs write keywords and captions into.
 *
 * IPTC-NAA Information Interchange Model 4.2, chapters 1 (datasets), 5 (record 1) and 6 (record 2); around it, in a JPEG,
 * the image resource blocks of Adobe's Photoshop File Formats Specification.
 */

const PHOTOSHOP = "Photoshop 3.0\0";
const RESOURCE = "8BIM";
const IIM_RESOURCE = 0x0404;
const TAG_MARKER = 0x1c;
/** Lengths from here on are written in as many bytes as the lower bits say. */
const EXTENDED = 0x8000;

/** Texts by `record:dataset`, such as "2:25"; repeated datasets in their order. */
export type IptcDatasets = ReadonlyMap<string, readonly string[]>;

/** The datasets of a block as a decoder hands it out. Of a damaged one, those before the damage. */
export function readIptc(block: Buffer): IptcDatasets {
  const iim = findIim(block);
  const found = new Map<string, Buffer[]>();
  let at = 0;
  while (at + 5 <= iim.length && iim[at] === TAG_MARKER) {
    const name = `${iim[at + 1]}:${iim[at + 2]}`;
    let length = iim.readUInt16BE(at + 3);
    at += 5;
    if (length >= EXTENDED) {
      const bytes = length - EXTENDED;
      if (bytes < 1 || bytes > 4 || at + bytes > iim.length) break;
      length = iim.readUIntBE(at, bytes);
      at += bytes;
    }
    if (at + length > iim.length) break;
    const value = iim.subarray(at, at + length);
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
    at += length;
  }
  const isUtf8 = found.get("1:90")?.[0]?.toString("latin1") === "\x1b%G";
  return new Map(
    [...found].map(([name, values]) => [name, values.map((value) => decode(value, isUtf8))]),
  );
}

/** A TIFF has the datasets alone; a JPEG has them as one of Photoshop's resources. */
function findIim(block: Buffer): Buffer {
  if (block[0] === TAG_MARKER) return block;
  let at = block.toString("latin1", 0, PHOTOSHOP.length) === PHOTOSHOP ? PHOTOSHOP.length : 0;
  while (at + 12 <= block.length && block.toString("latin1", at, at + 4) === RESOURCE) {
    const id = block.readUInt16BE(at + 4);
    // A name of one length byte and its text, padded to an even size; then the data, padded likewise.
    const nameEnd = at + 6 + toEven(1 + block[at + 6]!);
    if (nameEnd + 4 > block.length) break;
    const length = block.readUInt32BE(nameEnd);
    const start = nameEnd + 4;
    if (id === IIM_RESOURCE) return block.subarray(start, start + length);
    at = start + toEven(length);
  }
  return block.subarray(0, 0);
}

function toEven(length: number): number {
  return length + (length % 2);
}

/** Programs that wrote UTF-8 without saying so are as common as those that wrote Windows' Western set. */
function decode(value: Buffer, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(value);
  } catch {
    return new TextDecoder("windows-1252").decode(value);
  }
}
